"""Declaring whether one has an interest in an item (art. 12)."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded
from coretech.apps.bodies.models import Appointment
from coretech.apps.inventory.models import Candidate
from coretech.apps.meetings.locking import lock_item, own_seat, require_item, require_not_closed
from coretech.apps.meetings.models import Declaration, Item
from coretech.kit.refusal import bad_input
from coretech.law.access import Action
from coretech.law.facts import BadFacts
from coretech.law.recusal import required
from coretech.law.ruling import Ruling
from coretech.law.terms import Forum, Matter
from coretech.law.terms import Step as KinStep


@dataclass(frozen=True, slots=True)
class Interest:
    """What a member declares: whose interest it is, as steps of kinship, and whether they live together."""

    interest: bool
    kinship: tuple[str, ...] = ()
    cohabiting: bool = False
    detail: str = ""


def check(by: Acting, item: Item) -> Appointment:
    """The seat the declaration is made from, where it may be made now."""
    seat = own_seat(by, item, Action.DECLARE)
    require_not_closed(item.meeting)
    require_item(item, Item.State.LISTED)
    return seat


@operation
def declare(by: Acting, item_id: int, declared: Interest) -> Act:
    """Declare; where the law asks for recusal, the member is recused from the item."""
    item = lock_item(item_id)
    seat = check(by, item)
    ruling = recusal_ruling(item, declared) if declared.interest else None
    recused = ruling is not None and ruling.is_yes
    Declaration.objects.create(
        item=item,
        appointment=seat,
        person_id=by.person_id,
        interest=declared.interest,
        kinship=list(declared.kinship),
        cohabiting=declared.cohabiting,
        detail=declared.detail.strip(),
        recused=recused,
        declared_at=by.at,
    )
    return record(
        by,
        "meeting.declared",
        f"item/{item.pk}",
        public={"recused": recused},
        confidential={
            "seat": seat.seat.number,
            "interest": declared.interest,
            "kinship": list(declared.kinship),
            "detail": declared.detail.strip(),
            "ruling": None if ruling is None else dict(as_recorded(ruling)),
        },
    )


def recusal_ruling(item: Item, declared: Interest) -> Ruling:
    """What the law says of an interest in this item."""
    change = item.case is not None and item.case.kind == Candidate.Kind.CHANGE
    try:
        facts = required.Facts(
            kinship=tuple(KinStep(step) for step in declared.kinship),
            cohabiting=declared.cohabiting,
            forum=Forum.COUNCIL,
            matter=Matter.CHANGE if change else Matter.IDENTIFY,
        )
    except (BadFacts, ValueError) as error:
        raise bad_input("kinship", "請由所列關係中選擇。", "Choose the relation from the list.") from error
    return required.rule(facts, item.meeting.day)
