"""A member's answer to circulated minutes: agreed, or what is wrong."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.facts import ATTENDING
from coretech.apps.meetings.locking import own_seat_at
from coretech.apps.meetings.minuting.finding import lock_minutes, require_seen
from coretech.apps.meetings.models import Minutes, MinutesReply
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LONGEST = 2000

_AWAY = Sentence(
    "紀錄由當日出席的席位確認。", "The minutes are confirmed by the seats that attended the meeting."
)


def check(by: Acting, minutes: Minutes) -> Appointment:
    """The seat the answer is given from, where it attended and while answers are taken."""
    seat = own_seat_at(by, minutes.meeting, Action.REPLY_TO_MINUTES)
    if not minutes.meeting.attendance.filter(appointment=seat, status__in=ATTENDING).exists():
        raise Refused(_AWAY, status=403)
    if not minutes.open_on(by.today):
        raise wrong_state("目前不在傳閱期間。", "The minutes are not in circulation now.")
    return seat


@operation
def reply_to_minutes(
    by: Acting, meeting_id: int, *, agrees: bool, note: str = "", seen: int | None = None
) -> Act:
    """Answer for one's seat; the newest answer counts, and an objection says what is wrong."""
    minutes = lock_minutes(meeting_id)
    version = require_seen(minutes, seen)
    seat = check(by, minutes)
    if len(note.strip()) > LONGEST:
        raise bad_input("note", f"說明請在{LONGEST}字以內。", f"Keep it within {LONGEST} characters.")
    if not agrees and not note.strip():
        raise bad_input("note", "請說明紀錄何處有誤。", "Say what is wrong in the minutes.")
    kept = MinutesReply.objects.create(
        version=version, appointment=seat, agrees=agrees, note=note.strip(), replied_at=by.at
    )
    return record(
        by,
        "minutes.replied",
        minutes.meeting.subject,
        public={"version": version.number, "agrees": agrees},
        confidential={"seat": seat.seat.number, "note": note.strip()},
        rows=[kept],
    )
