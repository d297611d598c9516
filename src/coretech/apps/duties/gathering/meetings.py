"""Meetings that have been called, and the regular one each body owes every year (arts. 5(1), 8(3))."""

import datetime as dt
from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.models import Body
from coretech.apps.duties.deadline import READER, Deadline, runner_of
from coretech.apps.duties.gathering.terms import bodies_run_by
from coretech.apps.duties.kinds import What
from coretech.apps.meetings.calendar import name_of
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.queries import coming_meetings
from coretech.apps.meetings.seats import seat_of
from coretech.apps.meetings.yearly import annual_meeting_ruling


def meetings(by: Acting) -> Iterator[Deadline]:
    """The meetings the reader may know of that are not over: to attend for whoever has a seat, else to run."""
    for meeting in coming_meetings(by):
        sits = seat_of(by, meeting) is not None
        yield Deadline(
            what=What.MEETING,
            owner=READER if sits else runner_of(meeting.body, by.today),
            about=name_of(meeting),
            subject=meeting.subject,
            path=f"/meetings/{meeting.pk}/",
            due_on=meeting.held_on,
            cite=cited_for(meeting),
        )


def yearly_meetings(by: Acting) -> Iterator[Deadline]:
    """The bodies that have held no regular meeting this year, to whoever runs them."""
    for body in bodies_run_by(by):
        ruling = annual_meeting_ruling(body, by.today)
        if ruling is not None and not ruling.is_yes:
            yield Deadline(
                what=What.PANEL_YEAR if body.kind == Body.Kind.PANEL else What.COUNCIL_YEAR,
                owner=runner_of(body, by.today),
                about=body.name,
                subject=f"body/{body.pk}/{by.today.year}",
                path="/meetings/new/",
                due_on=dt.date(by.today.year, 12, 31),
            )


def cited_for(meeting: Meeting) -> tuple[str, ...]:
    """By which article a body meets: its panel's agency settles how a panel does (art. 8(3))."""
    if is_coordination(meeting.body):
        return ()
    return ("8.3",) if meeting.body.kind == Body.Kind.PANEL else ("5.1",)
