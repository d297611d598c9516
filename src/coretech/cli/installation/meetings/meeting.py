"""``coretech meeting``: calling the council, who attends, opening and closing."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.calling import USUAL_HOUR, USUAL_MINUTES
from coretech.apps.meetings.models import Attendance, Meeting
from coretech.apps.meetings.operations.call_meeting import Call, call_meeting
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.queries import find_meeting, visible_meetings
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.hours import BeginsAt, Minutes
from coretech.cli.installation.meetings import item
from coretech.cli.installation.meetings import minutes as meeting_minutes
from coretech.cli.installation.meetings import notice as meeting_notice
from coretech.cli.installation.meetings import observers as meeting_observers
from coretech.cli.installation.meetings import papers as meeting_papers
from coretech.cli.installation.meetings import room as meeting_room
from coretech.cli.installation.meetings import votes as meeting_votes
from coretech.cli.installation.meetings.told import meeting_data, meeting_row, meeting_told
from coretech.cli.installation.options import MeetingId, Seats, day
from coretech.cli.installation.people.seats import Seating
from coretech.cli.installation.told import Told, table
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

app = group("會議：通知、出席、申報、表決", "meetings: notice, attendance, declarations, votes")
item.add_to(app)
meeting_minutes.add_to(app)
meeting_notice.add_to(app)
meeting_observers.add_to(app)
meeting_papers.add_to(app)
meeting_room.add_to(app)
meeting_votes.add_to(app)

_NONE = Sentence(
    "沒有可閱覽的會議；以 --as 指定辦公室或委員帳號，或先以 meeting call 通知開會。",
    "There is no meeting to see; name an account of the Office or a member with --as, or call one.",
)


@reads(app, "list")
def list_meetings(by: Acting) -> Told:
    """列出可閱覽的會議 / List the meetings that may be seen."""
    meetings = list(visible_meetings(by))
    return Told(
        [meeting_data(meeting) for meeting in meetings],
        lambda language: table([meeting_row(meeting, language) for meeting in meetings]),
        None if meetings else _NONE,
    )


@reads(app, "show")
def show_meeting(by: Acting, meeting: MeetingId) -> Told:
    """一場會議的議程、出席與結果 / One meeting: agenda, attendance, results."""
    return meeting_told(by, find_meeting(by, meeting))


@writes(app, "call")
def call_council(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    held_on: Annotated[dt.date, day("--held-on", "開會日期", "the day of the meeting")],
    place: Annotated[str, typer.Option(help="地點 / where")],
    *,
    kind: Annotated[
        Meeting.Kind, typer.Option(help="定期或臨時 / regular or extraordinary")
    ] = Meeting.Kind.REGULAR,
    begins_at: BeginsAt = None,
    minutes: Minutes = None,
    body: Annotated[
        int | None, typer.Option(help="專家審查會編號；預設審議會 / a panel's number, else the council")
    ] = None,
) -> Act:
    """通知開會 / Call the council, or a panel."""
    length = USUAL_MINUTES if minutes is None else minutes
    return call_meeting(by, Call(held_on, place, kind.value, begins_at or USUAL_HOUR, length, body))


@writes(app, "attend")
def mark_attendance(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    meeting: MeetingId,
    *,
    present: Seats = "",
    leave: Seats = "",
    absent: Seats = "",
    stand_in: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SEAT:PERSON:CAUSE", help="指派代表：席次、人員編號、事由 / a stand-in, and why"
        ),
    ] = None,
) -> Act:
    """登錄出席情形，依席次；未列的席次不變 / Record who attends, by seat; seats left out keep what they had."""
    seating = Seating(find_meeting(by, meeting))
    sent = dict(map(_stand_in, stand_in or []))
    statuses = {
        Attendance.Status.PRESENT.value: present,
        Attendance.Status.LEAVE.value: leave,
        Attendance.Status.ABSENT.value: absent,
        Attendance.Status.STAND_IN.value: ",".join(sent),
    }
    marks = {held: Mark(status) for held, status in seating.share_out(statuses).items()}
    marks |= {held: mark for seat, mark in sent.items() for held in seating.appointments(seat)}
    return record_attendance(by, meeting, marks)


@writes(app, "open")
def declare_open(by: Acting, meeting: MeetingId) -> Act:
    """宣布開會 / Declare the meeting open."""
    return open_meeting(by, meeting)


@writes(app, "close")
def declare_closed(by: Acting, meeting: MeetingId) -> Act:
    """宣布散會 / Declare the meeting closed."""
    return close_meeting(by, meeting)


def _stand_in(words: str) -> tuple[str, Mark]:
    seat, _, rest = words.partition(":")
    person, _, cause = rest.partition(":")
    if not person.strip().isdecimal():
        raise bad_input(
            "stand_in",
            f"「{words}」應寫成 席次:人員編號:事由，例如 3:41:公出。",
            f"“{words}” should be SEAT:PERSON:CAUSE, such as 3:41:abroad.",
        )
    return seat, Mark(Attendance.Status.STAND_IN.value, int(person), cause)
