"""The statistics of a body, held against a slow and obvious count."""

import datetime as dt
from collections import Counter

import pytest

from coretech.apps.bodies.models import Body
from coretech.apps.meetings.facts import newest_declarations, room_of
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.operations.resume_meeting import resume_meeting
from coretech.apps.meetings.operations.suspend_meeting import suspend_meeting
from coretech.apps.meetings.statistics import statistics_of
from coretech.apps.meetings.statistics_rows import HEADINGS, rows_of
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import minutes_factories

pytestmark = pytest.mark.usefixtures("stage")

AUTUMN = dt.date(2025, 9, 1)


def council() -> Body:
    return Body.objects.get(kind=Body.Kind.COUNCIL)


def test_the_figures_are_those_of_a_slow_and_obvious_count() -> None:
    minutes_factories.held()
    minutes_factories.held(AUTUMN)
    meetings = list(Meeting.objects.filter(state="closed"))

    found = statistics_of(factories.acting("office", AUTUMN), council().pk)

    attendance: Counter[tuple[int, str]] = Counter()
    recusals: Counter[str] = Counter()
    decisions: Counter[tuple[str, str]] = Counter()
    for meeting in meetings:
        for mark in meeting.attendance.all():
            attendance[mark.appointment.seat.number, mark.status] += 1
        for item in meeting.items.all():
            decisions[item.outcome, item.method] += 1
            here = room_of(item).attending
            for seat, word in newest_declarations(item).items():
                if word.recused and seat in here:
                    recusals[word.ground] += 1
    assert {(row.seat, way): n for row in found.seats for way, n in row.counts.items()} == dict(attendance)
    assert dict(found.recusals) == dict(recusals) == {"relative": 2}
    assert dict(found.decisions) == dict(decisions)
    assert (found.held, found.average) == (2, 14.0)


def test_only_meetings_between_the_two_days_count() -> None:
    minutes_factories.held()
    minutes_factories.held(AUTUMN)

    by = factories.acting("office", AUTUMN)

    assert statistics_of(by, council().pk, AUTUMN, AUTUMN).held == 1
    assert statistics_of(by, council().pk, dt.date(2024, 1, 1), dt.date(2024, 12, 31)).held == 0


def test_a_body_that_has_not_met_has_no_average() -> None:
    found = statistics_of(factories.acting("office"), council().pk)

    assert (found.held, found.average, found.seats) == (0, None, ())
    assert [(year, ruling.is_yes) for year, ruling in found.yearly] == [(2025, False)]


def test_a_cancelled_meeting_is_counted_apart() -> None:
    meeting = factories.called_meeting()
    cancel_meeting(factories.acting("office"), meeting.pk, "颱風")

    found = statistics_of(factories.acting("office"), council().pk)

    assert (found.held, found.cancelled) == (0, 1)


def test_breaks_are_not_time_in_session() -> None:
    held = minutes_factories.held()
    opened = Meeting.objects.filter(pk=held.meeting.pk)
    opened.update(state="open")
    office = factories.acting("office")
    suspend_meeting(minutes_factories.later(office, 30), held.meeting.pk)
    resume_meeting(minutes_factories.later(office, 50), held.meeting.pk)
    opened.update(state="closed")

    found = statistics_of(office, council().pk)

    assert found.in_session == dt.timedelta(minutes=95 - 20)


def test_a_meeting_that_is_not_over_is_not_counted() -> None:
    meeting = factories.called_meeting()
    factories.listed_item(factories.checked_case(factories.addition()), meeting)
    members = factories.attend(meeting, 13)
    open_meeting(factories.acting("office"), meeting.pk)
    record_attendance(factories.acting("office"), meeting.pk, {members[0].pk: Mark("present")})

    assert statistics_of(factories.acting("office"), council().pk).held == 0


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(Refused) as caught:
        statistics_of(factories.acting("office"), council().pk, AUTUMN, factories.DAY)
    assert (caught.value.status, caught.value.field) == (422, "from")


@pytest.mark.parametrize(("username", "status"), [("agency-nstc", 403), ("announcer", 403), ("public", 403)])
def test_whoever_does_not_read_of_the_meetings_gets_no_figures(username: str, status: int) -> None:
    with pytest.raises(Refused) as caught:
        statistics_of(factories.acting(username), council().pk)
    assert caught.value.status == status


def test_the_rows_hold_each_figure_once() -> None:
    minutes_factories.held()
    headings, *rows = rows_of(statistics_of(factories.acting("office"), council().pk))

    assert headings == HEADINGS
    assert {len(row) for row in rows} == {len(HEADINGS)}
    assert ("meetings", "", "", "held", "", 1) in rows
    assert ("recusals", "", "", "relative", "", 1) in rows
    assert ("minutes_in_session", "", "", "", "", 95) in rows
