"""Making what tests of panels need, through the project's own operations."""

import datetime as dt

from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.operations.set_panel_rules import Settled, set_panel_rules
from coretech.apps.cases.models import Case
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations.call_meeting import Call, call_meeting
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.put_on_panel_agenda import put_on_panel_agenda
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.operations.record_panel_opinion import record_panel_opinion
from tests import factories

OFFICER = "agency-nstc"
DAY = factories.DAY
OPINION = "The technology is mature and its outflow would do harm."


def member(number: int) -> str:
    """The account of a seat of the panel that meets on the stage."""
    return f"panel-nstc-{number:02d}"


def panel(agency: str = "nstc") -> Body:
    """An agency's panel."""
    return Body.objects.get(kind=Body.Kind.PANEL, agency__code=agency)


def seats() -> list[Appointment]:
    """The panel's appointments, by seat number; the convener's is the first."""
    return list(Appointment.objects.filter(seat__body=panel()).order_by("seat__number"))


def settle(quorum: str, majority: str, valid_from: dt.date = DAY) -> None:
    """The agency's rules, settled the day before they begin."""
    by = factories.acting(OFFICER, valid_from - dt.timedelta(days=1))
    set_panel_rules(by, panel().pk, Settled(valid_from, quorum, majority))


def ready_case() -> Case:
    """A draft with a complete dossier."""
    case = factories.draft_case(factories.addition())
    factories.write_dossier(case)
    return case


def called(day: dt.date = DAY) -> Meeting:
    """A meeting of the panel, called by its agency's officer."""
    act = call_meeting(factories.acting(OFFICER), Call(day, "Room 8", body=panel().pk))
    return Meeting.objects.get(pk=int(act.subject.split("/")[1]))


def listed(case: Case, meeting: Meeting) -> Item:
    """The case on the panel's agenda."""
    put_on_panel_agenda(factories.acting(OFFICER), case.reference, meeting.pk)
    return Item.objects.get(meeting=meeting, case=case)


def opined(item: Item, conditions: str = "") -> None:
    """An opinion to vote on."""
    record_panel_opinion(factories.acting(OFFICER), item.pk, OPINION, conditions)


def attend(meeting: Meeting, present: int) -> list[Appointment]:
    """Mark the first seats as present and the others absent; gives back who is present."""
    everybody = seats()
    marks = {seat.pk: Mark("present" if seat in everybody[:present] else "absent") for seat in everybody}
    record_attendance(factories.acting(OFFICER, meeting.held_on), meeting.pk, marks)
    return everybody[:present]


def declared(item: Item, present: int, recused: int = 0) -> None:
    """Everybody present declares; the last few an interest of their own, and step aside."""
    for number in range(1, present + 1):
        interest = Interest(interest=number > present - recused, detail="own company")
        declare(factories.acting(member(number), item.meeting.held_on), item.pk, interest)


def in_session(present: int = 9, recused: int = 0, day: dt.date = DAY) -> Item:
    """A case before the panel in an open meeting, with its opinion, everybody declared."""
    case, meeting = ready_case(), called(day)
    item = listed(case, meeting)
    opined(item)
    attend(meeting, present)
    open_meeting(factories.acting(OFFICER, day), meeting.pk)
    declared(item, present, recused)
    item.refresh_from_db()
    return item


def voted(item: Item, choices: list[str]) -> None:
    """Open a named vote, let the seats vote in order, and close it."""
    officer = factories.acting(OFFICER, item.meeting.held_on)
    open_vote(officer, item.pk)
    for number, choice in enumerate(choices, start=1):
        cast_vote(factories.acting(member(number), item.meeting.held_on), item.pk, choice)
    close_vote(officer, item.pk)
    item.refresh_from_db()


def state_of(item: Item) -> str:
    """Where the case before the panel stands now."""
    assert item.case is not None
    item.case.refresh_from_db()
    return item.case.state
