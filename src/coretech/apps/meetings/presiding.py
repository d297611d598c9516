"""Whether whoever is in the chair may preside: in the room in person, and not recused from the item (arts. 5, 12)."""

from collections.abc import Mapping

from coretech.apps.audit.rulings import as_recorded, require
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.meetings.facts import Room, chair_of
from coretech.apps.meetings.models import Attendance, Item, Meeting
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.meeting import chair
from coretech.law.ruling import Article, Outcome, Ruling

QUESTION = "meeting.presiding"
_CHAIRED_BY: dict[str, str] = {Body.Kind.PANEL: "8.3", Body.Kind.COORDINATION: "4.1"}
_PRESIDES = Sentence("主席親自出席，且未迴避本案。", "The chair attends in person and is not recused.")
_AWAY = Sentence(
    "主席未親自出席；請先指定一位出席的委員主持，或補登主席出席。",
    "The chair is not there in person. Name a member who attends to preside, or record the chair as present.",
)
_RECUSED = Sentence(
    "主席就本案應迴避，不得主持本案；請先為本案指定另一位未迴避的委員主持。",
    "The chair is recused from this item and may not preside over it. Name another member, who is not recused, "
    "to preside over this item.",
)


def presiding_ruling(item: Item, seat: Appointment, room: Room) -> Ruling:
    """Whether this seat may preside over the item: in the room in person (arts. 5(1), 8(3)), not recused (art. 12)."""
    if seat.pk in room.recused:
        return _answer(item.meeting, Outcome.NO, _RECUSED, "12")
    if seat.pk not in room.in_person:
        return _answer(item.meeting, Outcome.NO, _AWAY, _presided_by(item.meeting))
    return _answer(item.meeting, Outcome.YES, _PRESIDES, _presided_by(item.meeting), "12")


def require_presiding(item: Item, room: Room) -> Appointment:
    """Who presides over the item, where that person may.

    Raises:
        Refused: (HTTP 409) with the ruling and the way out, where nobody presides, or the chair is away or recused.
    """
    seat = _required(chair_of(item.meeting, item))
    require(presiding_ruling(item, seat, room))
    return seat


def require_chair(meeting: Meeting) -> Appointment:
    """Who presides over the meeting as a whole, where that person attends (HTTP 409 otherwise)."""
    seat = _required(chair_of(meeting))
    here = meeting.attendance.filter(appointment=seat, status=Attendance.Status.PRESENT).exists()
    require(_answer(meeting, Outcome.of(here), _PRESIDES if here else _AWAY, _presided_by(meeting)))
    return seat


def chair_ruling(meeting: Meeting, seat: Appointment | None) -> Ruling | None:
    """What article 5(1) says of this seat in the chair; None for a body of which it says nothing."""
    if meeting.body.kind != Body.Kind.COUNCIL:
        return None
    convenes = seat is not None and seat.seat.convener
    return chair.rule(chair.Facts(chair_post=chair.CONVENER if convenes else "member"), meeting.day)


def chair_on_record(meeting: Meeting, seat: Appointment) -> Mapping[str, object]:
    """The same as an act keeps it, with the warning that another than the convener presides."""
    ruling = chair_ruling(meeting, seat)
    if ruling is None:
        return {}
    return {"ruling": as_recorded(ruling), "warnings": [warning.code for warning in ruling.warnings]}


def _required(seat: Appointment | None) -> Appointment:
    if seat is None:
        raise wrong_state(
            "本會議沒有召集人，也未指定主席；請先指定一位出席的委員主持。",
            "The meeting has no convener and no chair was named. Name a member who attends to preside.",
        )
    return seat


def _presided_by(meeting: Meeting) -> str:
    """Which paragraph puts somebody in the chair: a panel meets by its agency's own rules."""
    return _CHAIRED_BY.get(meeting.body.kind, "5.1")


def _answer(meeting: Meeting, outcome: Outcome, reason: Sentence, *articles: str) -> Ruling:
    return Ruling(QUESTION, outcome, tuple(map(Article, articles)), reason, as_of=meeting.day)
