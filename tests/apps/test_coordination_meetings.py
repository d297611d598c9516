"""Special meetings on plans: the meeting room of the regime, without its quorum, votes and declarations."""

import datetime as dt
from collections.abc import Callable

import pytest

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.bodies.finding import visible_bodies
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.operations.designate_stand_in import designate_stand_in
from coretech.apps.duties.gathering.terms import own_terms
from coretech.apps.meetings.calling import callable_bodies
from coretech.apps.meetings.designations import candidates_of, places_of_agency
from coretech.apps.meetings.facts import chair_of, room_of
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.meetings.operations.list_item import Topic, list_item
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.queries import find_meeting, visible_meetings
from coretech.apps.meetings.seats import seats_of
from coretech.apps.people.models import Posting
from coretech.kit.refusal import Refused
from tests.factories import cycle_factories as cycle
from tests.factories import issues_factories as made

pytestmark = pytest.mark.usefixtures("stage")


def forbidden(attempt: Callable[[], object]) -> None:
    with pytest.raises(Refused) as refused:
        attempt()
    assert refused.value.status == 403


def agencies(meeting: Meeting) -> list[str]:
    return sorted(str(seat.seat.represents) for seat in seats_of(meeting))


def listed(meeting: Meeting, kind: str = "discussion") -> Item:
    act = list_item(cycle.acting("controller-1"), meeting.pk, Topic(kind, "示範議案"))
    return Item.objects.get(pk=made.row_of(act))


def test_one_representative_of_each_agency_called_sits_and_the_caller_presides() -> None:
    cycle.people()
    meeting = made.called("moea", "motc")

    assert agencies(meeting) == ["moea", "motc", "ndc"]
    chair = chair_of(meeting)
    assert chair is not None
    assert (chair.person.name_zh, chair.seat.number) == ("controller-1", 1)
    told = Outbox.objects.filter(act__kind="meeting.coordination_called", calendar__gt="")
    assert {"officer-moea", "officer-motc"} <= set(told.values_list("recipient__username", flat=True))


def test_only_those_called_sit_in_a_meeting_of_the_same_body() -> None:
    cycle.people()
    first, second = made.called("moea", "motc"), made.called("motc")

    assert first.body == second.body
    assert (first.session, second.session) == (1, 2)
    assert agencies(second) == ["motc", "ndc"]
    assert Appointment.objects.filter(seat__body=first.body).count() == 3


def test_who_left_an_agency_is_followed_by_who_serves_it_now() -> None:
    cycle.people()
    made.called("motc")
    Posting.objects.filter(person__name_zh="officer-motc").update(end=dt.date(2022, 4, 10))
    cycle.post("another-motc", "motc", Posting.Kind.OFFICER)

    meeting = made.called("motc")

    names = {seat.person.name_zh for seat in seats_of(meeting)}
    assert names == {"controller-1", "another-motc"}


def test_an_agency_that_nobody_serves_cannot_be_called_and_nothing_is_written() -> None:
    cycle.people()

    for codes in (("mol",), ("none",), ("ndc",)):
        with pytest.raises(Refused) as refused:
            made.called(*codes)
        assert refused.value.field == "agencies"
    assert not Body.objects.filter(kind="coordination").exists()


@pytest.mark.parametrize("username", ["officer-moea", "head-moea", "moea-controller-1", "office", "public"])
def test_only_who_controls_for_the_agency_calls_its_meetings(username: str) -> None:
    cycle.people()

    with pytest.raises(Refused) as refused:
        made.called(user=username)
    assert refused.value.status == 403


def test_a_meeting_is_seen_by_the_agencies_called_and_its_controllers_alone() -> None:
    cycle.people()
    meeting = made.called("motc")

    for username in ("controller-1", "controller-2", "officer-motc", "head-motc"):
        assert find_meeting(cycle.acting(username), meeting.pk) == meeting
    for username in ("officer-moea", "moea-controller-1", "office", "member-06", "public"):
        assert meeting not in visible_meetings(cycle.acting(username))


def test_the_body_stands_on_no_page_of_the_regulation_s_bodies() -> None:
    cycle.people()
    meeting = made.called("motc")

    for username in ("controller-1", "officer-motc", "office"):
        assert meeting.body not in visible_bodies(cycle.acting(username))
        assert meeting.body not in callable_bodies(cycle.acting(username))
        assert not list(own_terms(cycle.acting(username, dt.date(2024, 12, 1))))


def test_nobody_declares_and_nobody_votes_and_what_nobody_objects_to_is_agreed() -> None:
    cycle.people()
    meeting = made.called("motc")
    item = listed(meeting)
    made.begun(meeting, item)
    chair, member = cycle.acting("controller-1", made.HELD), cycle.acting("officer-motc", made.HELD)

    with pytest.raises(Refused, match="nobody declares"):
        declare(member, item.pk, Interest(interest=False))
    with pytest.raises(Refused, match="does not vote"):
        open_vote(chair, item.pk)
    assert room_of(item).attending <= room_of(item).declared
    adopt_without_objection(chair, item.pk, asked=True)

    item.refresh_from_db()
    assert (item.outcome, item.method, item.tally) == ("approved", "consent", None)
    assert item.quorum is not None
    assert item.quorum["question"] == "meeting.coordination"
    assert Act.objects.filter(subject=item.subject, kind="meeting.item_approved").exists()


def test_a_representative_runs_nothing() -> None:
    cycle.people()
    meeting = made.called("motc")
    item = listed(meeting)
    member = cycle.acting("officer-motc", made.HELD)

    forbidden(lambda: open_meeting(member, meeting.pk))
    forbidden(lambda: record_attendance(member, meeting.pk, {}))
    forbidden(lambda: adopt_without_objection(member, item.pk, asked=True))
    forbidden(lambda: list_item(member, meeting.pk, Topic("report", "x")))


def test_an_agency_sends_somebody_else_of_its_own_without_an_agreement() -> None:
    cycle.people()
    meeting = made.called("motc")
    by = cycle.acting("officer-motc")
    (place,) = places_of_agency(by)
    ((deputy, _),) = candidates_of(place)

    designate_stand_in(by, place.seat.pk, made.HELD, deputy.pk, "公出")
    chair = next(seat for seat in seats_of(meeting) if seat.seat.convener)
    marks = {place.seat.pk: Mark("stand_in", deputy.pk, "公出"), chair.pk: Mark("present")}
    record_attendance(cycle.acting("controller-1", made.HELD), meeting.pk, marks)

    assert meeting.attendance.get(appointment=place.seat).stand_in == deputy


def test_an_agency_that_is_not_called_has_no_place_on_the_sheet() -> None:
    cycle.people()
    first, second = made.called("moea", "motc"), made.called("motc")
    own = next(seat for seat in seats_of(first) if str(seat.seat.represents) == "moea")

    with pytest.raises(Refused) as refused:
        record_attendance(cycle.acting("controller-1", made.HELD), second.pk, {own.pk: Mark("present")})
    assert refused.value.field == "marks"


def test_its_minutes_are_drafted_from_the_record() -> None:
    cycle.people()
    meeting = made.called("motc")
    item = listed(meeting)
    made.begun(meeting, item)
    by = cycle.acting("controller-1", made.HELD)
    adopt_without_objection(by, item.pk, asked=True)
    close_meeting(by, meeting.pk)
    draft_minutes(by, meeting.pk)

    content = meeting.minutes.versions.get().content
    assert content["body"] == "國家發展委員會計畫協調專案會議"
    assert [each["represents"] for each in content["attendees"]] == ["國家發展委員會", "交通部"]
    assert content["items"][0]["wording"]
