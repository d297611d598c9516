"""Declaring whether one has an interest in an item (art. 12)."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.locking import lock_item, own_seat, require_item, require_not_closed
from coretech.apps.meetings.models import Declaration, Item
from coretech.apps.meetings.recusal import (
    ground_of,
    require_takes_part,
    required_ruling,
    stand_in_ruling,
    word_of,
)
from coretech.apps.meetings.seats import sitting
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Interest:
    """What a member declares: whose interest it is, as steps of kinship, and whether they live together.

    ``unasked`` is stepping aside where the law does not ask for it; it needs no ground.
    """

    interest: bool
    kinship: tuple[str, ...] = ()
    cohabiting: bool = False
    detail: str = ""
    unasked: bool = False


def check(by: Acting, item: Item) -> Appointment:
    """The seat the declaration is made from, where it may be made now.

    A member whose stand-in sits in the seat may declare too: it opens nothing, but the law is asked about it.
    """
    seat = own_seat(by, item, Action.DECLARE)
    if is_coordination(item.meeting.body):
        raise wrong_state(
            "專案會議不審議技術的認定，無須申報利益關係。",
            "A coordination meeting identifies no technology, and nobody declares an interest.",
        )
    require_not_closed(item.meeting)
    require_item(item, Item.State.LISTED, Item.State.VOTING)
    before = word_of(item, by.person_id or 0)
    if before is not None and before.ordered_by_id is not None:
        raise wrong_state(
            "主席已令您迴避本案，申報不能取消這項決定；如有異議，請向主席表示。",
            "The chair has ordered you to step aside, which no declaration undoes. Speak to the chair if you object.",
        )
    if item.state == Item.State.VOTING:
        _require_late_recusal(item, seat, before)
    return seat


@operation
def declare(by: Acting, item_id: int, declared: Interest) -> Act:
    """Declare; where the law asks for recusal, or the member steps aside unasked, the member is recused."""
    item = lock_item(item_id)
    seat = check(by, item)
    ground = _ground(item, declared)
    if item.state == Item.State.VOTING and ground is None:
        raise wrong_state(
            "本案正在表決，此時只能申報迴避。", "The vote is open: now you can only declare a recusal."
        )
    kept = Declaration.objects.create(
        item=item,
        appointment=seat,
        person_id=by.person_id or 0,
        interest=declared.interest,
        kinship=list(declared.kinship),
        cohabiting=declared.cohabiting,
        detail=declared.detail.strip(),
        recused=ground is not None,
        ground=ground or "",
        declared_at=by.at,
    )
    return record(
        by,
        "meeting.declared",
        item.subject,
        public={"recused": ground is not None, **({"ground": ground.value} if ground else {})},
        confidential=_reasons(by, item, seat, declared),
        rows=[kept],
    )


def recusal_ruling(item: Item, declared: Interest) -> Ruling:
    """What the law says of an interest in this item."""
    return required_ruling(item, declared.kinship, cohabiting=declared.cohabiting)


def _ground(item: Item, declared: Interest) -> Declaration.Ground | None:
    """Why the member is recused; the law's own classes come before stepping aside unasked."""
    found = ground_of(item, declared.kinship, cohabiting=declared.cohabiting) if declared.interest else None
    return found or (Declaration.Ground.UNASKED if declared.unasked else None)


def _require_late_recusal(item: Item, seat: Appointment, before: Declaration | None) -> None:
    """While the vote is open one may still step aside; nobody comes back in."""
    if before is not None and before.recused:
        raise wrong_state(
            "本案正在表決，迴避不能在表決中取消。",
            "The vote is open; a recusal is not taken back during a vote.",
        )
    require_takes_part(item, seat)


def _reasons(by: Acting, item: Item, seat: Appointment, declared: Interest) -> dict[str, object]:
    """What the log only commits to: who it was, and why."""
    ruling = recusal_ruling(item, declared) if declared.interest else None
    sits = sitting(item.meeting).get(seat.pk) == by.person_id
    for_another = (
        stand_in_ruling(item, seat, own_ground=ruling is not None and ruling.is_yes) if sits else None
    )
    return {
        "seat": seat.seat.number,
        "person": by.person_id,
        "interest": declared.interest,
        "unasked": declared.unasked,
        "kinship": list(declared.kinship),
        "detail": declared.detail.strip(),
        "ruling": None if ruling is None else dict(as_recorded(ruling)),
        "stand_in": None if for_another is None else dict(as_recorded(for_another)),
    }
