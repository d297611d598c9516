"""Changing a notice that was sent: another day, time or place, or another agenda (art. 5(1))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.calling import Occasion, require_sound
from coretech.apps.meetings.locking import lock_meeting, require_called
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.notices import News, stand_ins_on, tell, tell_people
from coretech.apps.meetings.replies import MOVED
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting) -> None:
    """Whether this person may still change the notice: before the meeting begins."""
    allow_on(by, meeting.body, Action.CHANGE_NOTICE)
    require_called(meeting)


@operation
def change_notice(by: Acting, meeting_id: int, occasion: Occasion, *, agenda: bool = False) -> Act:
    """Send the notice anew to everybody; ``agenda`` says that it changed, where day, time and place did not.

    Answers to a notice for another day or hour no longer count: members are asked again. Whoever was sent in a
    member's place to the old day is told that it is off.
    """
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    before = Occasion.of(meeting)
    _require_change(meeting, before, occasion, agenda=agenda)
    require_sound(by, meeting.body, occasion)
    dropped = stand_ins_on(meeting, before.held_on) if occasion.held_on != before.held_on else []
    _write(meeting, occasion)
    moved = _when(before) != _when(occasion)
    act = record(
        by,
        MOVED if moved else "meeting.notice_changed",
        meeting.subject,
        public={"held_on": occasion.held_on.isoformat(), "notice": meeting.notice},
        confidential={
            "place": meeting.place,
            "begins_at": occasion.begins_at.isoformat("minutes"),
            "minutes": occasion.minutes,
            "agenda": agenda,
        },
    )
    tell_people(act, meeting, News.NOT_NEEDED, dropped)
    tell(act, meeting, News.CHANGED)
    return act


def _require_change(meeting: Meeting, before: Occasion, occasion: Occasion, *, agenda: bool) -> None:
    if before == occasion and not agenda:
        raise bad_input(
            "held_on",
            "日期、時間、地點與原通知相同；議程有變動時請勾選。",
            "Day, time and place are as before; if the agenda has changed, tick that.",
        )
    if before.held_on != occasion.held_on and meeting.attendance.exists():
        raise wrong_state(
            "已登錄出席情形，不能改日；請取消本次會議後另行召開。",
            "The attendance is recorded, so the day stays; cancel this meeting and call another.",
        )


def _write(meeting: Meeting, occasion: Occasion) -> None:
    meeting.held_on, meeting.place = occasion.held_on, occasion.place.strip()
    meeting.begins_at, meeting.minutes_planned = occasion.begins_at, occasion.minutes
    meeting.notice += 1
    meeting.save(update_fields=["held_on", "place", "begins_at", "minutes_planned", "notice"])


def _when(occasion: Occasion) -> tuple[object, ...]:
    """What a member's calendar depends on; who moves to another room comes all the same."""
    return occasion.held_on, occasion.begins_at, occasion.minutes
