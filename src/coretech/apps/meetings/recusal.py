"""How a person stands to an item: what they declared, the chair's order, and the class of the ground (art. 12)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.inventory.models import Candidate
from coretech.apps.meetings.facts import chair_of
from coretech.apps.meetings.models import Declaration, Item
from coretech.apps.meetings.seats import sitting
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts
from coretech.law.recusal import required
from coretech.law.ruling import Ruling
from coretech.law.stand_in import recusal as stand_in
from coretech.law.terms import Forum, Matter, Step, Tie

_CLASSES = {
    Tie.SELF.value: Declaration.Ground.SELF,
    Tie.SPOUSE.value: Declaration.Ground.SPOUSE,
}


def word_of(item: Item, person_id: int) -> Declaration | None:
    """The newest declaration of a person on an item, or the chair's order to that person; None where there is none."""
    return Declaration.objects.standing().filter(item=item, person_id=person_id).order_by("-pk").first()


def stands_recused(item: Item, person_id: int) -> bool:
    """Whether a person must step aside from an item."""
    word = word_of(item, person_id)
    return word is not None and word.recused


def required_ruling(item: Item, kinship: tuple[str, ...], *, cohabiting: bool) -> Ruling:
    """What the law says of an interest in an item.

    Raises:
        Refused: (HTTP 422) for steps of kinship that are none.
    """
    change = item.case is not None and item.case.kind == Candidate.Kind.CHANGE
    panel = item.meeting.body.kind == Body.Kind.PANEL
    try:
        facts = required.Facts(
            kinship=tuple(Step(step) for step in kinship),
            cohabiting=cohabiting,
            forum=Forum.PANEL if panel else Forum.COUNCIL,
            matter=Matter.CHANGE if change else Matter.IDENTIFY,
        )
    except (BadFacts, ValueError) as error:
        raise bad_input("kinship", "請由所列關係中選擇。", "Choose the relation from the list.") from error
    return required.rule(facts, item.meeting.day)


def ground_of(item: Item, kinship: tuple[str, ...], *, cohabiting: bool) -> Declaration.Ground | None:
    """The class of article 12 that an interest falls under, which the record shows; None where it asks for nothing."""
    by_kinship = required_ruling(item, kinship, cohabiting=False)
    if by_kinship.is_yes:
        return _CLASSES.get(str(by_kinship.values["tie"]), Declaration.Ground.RELATIVE)
    return Declaration.Ground.HOUSEHOLD if cohabiting else None


def stand_in_ruling(item: Item, seat: Appointment, *, own_ground: bool) -> Ruling | None:
    """What the law says of a stand-in's ground and the member's; None for members who sit in their own seats."""
    if sitting(item.meeting).get(seat.pk) == seat.person_id:
        return None
    facts = stand_in.Facts(stand_in_ground=own_ground, member_ground=stands_recused(item, seat.person_id))
    return stand_in.rule(facts, item.meeting.day)


def require_takes_part(item: Item, seat: Appointment) -> None:
    """Refuse a recusal that could no longer take the vote back: a secret ballot, once cast, is nobody's."""
    secret = item.state == Item.State.VOTING and item.method == Item.Method.SECRET
    if secret and item.roll.filter(round=item.round, appointment=seat).exists():
        raise wrong_state(
            "這一席的無記名票已投出，無從取回。請主席先宣布本次表決無效，迴避後重新表決。",
            "The secret ballot of this seat is cast, and nobody can take it out again. "
            "Let the chair annul this vote; after the recusal it is held anew.",
        )


def presides(by: Acting, item: Item) -> Appointment:
    """The chair's seat, for whoever sits in it and presides over the item (HTTP 403 otherwise)."""
    seat = chair_of(item.meeting, item)
    if seat is None or by.person_id is None or sitting(item.meeting).get(seat.pk) != by.person_id:
        raise Refused(NOT_THE_CHAIR, status=403)
    return seat


NOT_THE_CHAIR = Sentence("這一步由本案的主席辦理。", "This step belongs to the chair of the item.")
