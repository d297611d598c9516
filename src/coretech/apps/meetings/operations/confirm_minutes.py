"""Confirming minutes: by circulation, or at a later meeting of the body."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.minuting.finding import lock_minutes, of_the_same_body, require_seen
from coretech.apps.meetings.minuting.replies import standing_of
from coretech.apps.meetings.models import Meeting, Minutes
from coretech.apps.meetings.operations.circulate_minutes import require_signed
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


def check(by: Acting, minutes: Minutes) -> None:
    """Whether the minutes may be confirmed at all: signed, and not confirmed yet."""
    allow_on(by, minutes.meeting.body, Action.CONFIRM_MINUTES)
    if minutes.state == Minutes.State.CONFIRMED:
        raise wrong_state("紀錄已確認。", "The minutes are confirmed already.")
    require_signed(minutes)


@operation
def confirm_minutes(
    by: Acting, meeting_id: int, at_meeting: int | None = None, seen: int | None = None
) -> Act:
    """Confirm the newest version, at a later meeting where one is named, else by circulation."""
    minutes = lock_minutes(meeting_id)
    version = require_seen(minutes, seen)
    check(by, minutes)
    if at_meeting is None:
        _require_answers(by, minutes)
        minutes.confirmed_how = Minutes.Confirmed.CIRCULATION
    else:
        minutes.confirmed_how = Minutes.Confirmed.MEETING
        minutes.confirmed_at_meeting = _confirming(minutes, at_meeting)
    minutes.state, minutes.confirmed_on = Minutes.State.CONFIRMED, by.today
    minutes.save()
    return record(
        by,
        "minutes.confirmed",
        minutes.meeting.subject,
        public={
            "version": version.number,
            "sha256": version.digest,
            "how": minutes.confirmed_how,
            "at_meeting": at_meeting,
        },
    )


def _require_answers(by: Acting, minutes: Minutes) -> None:
    """By circulation: everybody agreed, or the last day has passed and nobody objects."""
    if minutes.state != Minutes.State.CIRCULATING:
        raise wrong_state("請先將紀錄送傳閱。", "Circulate the minutes first.")
    answers = standing_of(minutes)
    if answers.objecting:
        raise wrong_state(
            f"尚有{len(answers.objecting)}位異議；請修改紀錄重新傳閱，或提下次會議確認。",
            f"Objections stand: {len(answers.objecting)}. Edit the minutes and circulate them anew, or take them to "
            "the next meeting.",
        )
    if answers.silent and minutes.open_on(by.today):
        raise wrong_state(
            f"尚有{len(answers.silent)}位未回復，期限屆滿前不能確認。",
            f"Not answered yet: {len(answers.silent)}. Wait for the last day to answer.",
        )


def _confirming(minutes: Minutes, meeting_id: int) -> Meeting:
    meeting = of_the_same_body(minutes, meeting_id)
    if meeting is None or meeting.state == Meeting.State.CANCELLED:
        raise bad_input(
            "at_meeting",
            "請選擇同一會議之後的另一次會議。",
            "Choose a later meeting of the same body.",
        )
    if meeting.state == Meeting.State.CALLED:
        raise wrong_state(
            "該次會議尚未開始，不能確認紀錄。", "That meeting has not begun, so it cannot confirm anything."
        )
    return meeting
