"""Who will come: members' answers, stand-ins, and the sheet filled in from both."""

import datetime as dt

import pytest

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.bodies.models import Appointment, Designation
from coretech.apps.bodies.operations.designate_stand_in import designate_stand_in
from coretech.apps.bodies.operations.withdraw_agreement import withdraw_agreement
from coretech.apps.meetings.models import Meeting, Reply
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.operations.reply import reply
from coretech.apps.meetings.queries import visible_meetings
from coretech.apps.meetings.replies import counts_of_replies, expected_at
from coretech.apps.meetings.sheet import Place, sheet_of
from coretech.apps.people.models import Person
from coretech.law.access import Role
from tests import factories
from tests.apps.refusing import refused, statuses_for

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY
SIXTEENTH_EXPERT = 16


def seat(number: int) -> Appointment:
    return factories.seats()[number - 1]


def officer(agency: str) -> int:
    return factories.acting(f"agency-{agency}").person_id or 0


def send(number: int, agency: str, cause: str = "abroad") -> Act:
    by = factories.acting(f"agency-{agency}")
    return designate_stand_in(by, seat(number).pk, DAY, officer(agency), cause)


def place(meeting: Meeting, number: int) -> Place:
    return sheet_of(meeting)[number - 1]


def test_the_newest_answer_counts() -> None:
    meeting = factories.called_meeting()
    reply(factories.acting("member-02"), meeting.pk, "leave", "abroad")
    reply(factories.acting("member-02"), meeting.pk, "accepted")

    counts = counts_of_replies(expected_at(meeting))

    assert counts == {"accepted": 1, "stand_in": 0, "leave": 0, "silent": 24}
    assert Reply.objects.count() == 2


@pytest.mark.parametrize(
    ("answer", "cause", "field"),
    [("perhaps", "", "answer"), ("leave", "  ", "cause"), ("leave", "x" * 201, "cause")],
)
def test_an_answer_that_says_too_little_names_the_field(answer: str, cause: str, field: str) -> None:
    meeting = factories.called_meeting()

    refusal = refused(lambda: reply(factories.acting("member-02"), meeting.pk, answer, cause))

    assert (refusal.status, refusal.field) == (422, field)


def test_nobody_answers_for_another_or_after_the_meeting_is_off() -> None:
    meeting = factories.called_meeting()
    send(2, "moea")

    assert refused(lambda: reply(factories.acting("agency-moea"), meeting.pk, "accepted")).status == 409
    assert refused(lambda: reply(factories.acting("office"), meeting.pk, "accepted")).status == 403
    cancel_meeting(factories.acting("office"), meeting.pk, "a typhoon")
    assert refused(lambda: reply(factories.acting("member-02"), meeting.pk, "accepted")).status == 409


def test_why_somebody_is_on_leave_is_in_no_leaf() -> None:
    meeting = factories.called_meeting()

    act = reply(factories.acting("member-20"), meeting.pk, "leave", "in hospital")

    assert act.public == {"answer": "leave"}
    assert b"hospital" not in bytes(act.leaf)


def test_an_agency_hears_of_its_members_leave_and_an_expert_has_none() -> None:
    meeting = factories.called_meeting()
    reply(factories.acting("member-02"), meeting.pk, "leave", "abroad")
    reply(factories.acting(f"member-{SIXTEENTH_EXPERT}"), meeting.pk, "leave", "abroad")

    told = Outbox.objects.filter(act__kind="meeting.replied")

    assert [row.recipient and row.recipient.username for row in told] == ["agency-moea"]


def test_an_agency_sends_somebody_and_the_seat_is_theirs_for_that_day() -> None:
    meeting = factories.called_meeting()
    send(2, "moea")

    by = factories.acting("agency-moea")

    assert Role.STAND_IN in by.standing.roles
    assert list(visible_meetings(by)) == [meeting]
    assert Role.STAND_IN not in factories.acting("agency-moea", DAY + dt.timedelta(days=1)).standing.roles


def test_a_designation_is_taken_back() -> None:
    factories.called_meeting()
    send(2, "moea")

    act = designate_stand_in(factories.acting("agency-moea"), seat(2).pk, DAY, None)

    assert act.kind == "stand_in.taken_back"
    assert Role.STAND_IN not in factories.acting("agency-moea").standing.roles
    again = refused(lambda: designate_stand_in(factories.acting("agency-moea"), seat(2).pk, DAY, None))
    assert again.status == 409


def test_an_expert_has_no_stand_in_and_the_ruling_says_why() -> None:
    expert = seat(SIXTEENTH_EXPERT)

    refusal = refused(
        lambda: designate_stand_in(factories.acting("office"), expert.pk, DAY, officer("moea"), "abroad")
    )

    assert refusal.ruling is not None
    assert "5.4" in refusal.ruling.cited


def test_only_the_agency_represented_sends_somebody() -> None:
    others = ("agency-nstc", "office", "member-02", "public")
    pk, sent = seat(2).pk, officer("moea")

    assert statuses_for(others, lambda by: designate_stand_in(by, pk, DAY, sent, "abroad")) == {403}


def test_a_stand_in_who_has_not_signed_is_refused_with_the_ruling() -> None:
    withdraw_agreement(factories.acting("agency-moea"))

    refusal = refused(lambda: send(2, "moea"))

    assert refusal.ruling is not None
    assert refusal.ruling.cited == "11"


@pytest.mark.parametrize(
    ("person", "cause", "day", "field"),
    [
        ("agency-moea", " ", DAY, "cause"),
        ("agency-moea", "x" * 201, DAY, "cause"),
        ("agency-mnd", "abroad", DAY, "person"),
        ("member-02", "abroad", DAY, "person"),
        ("agency-moea", "abroad", DAY - dt.timedelta(days=1), "on"),
        ("agency-moea", "abroad", dt.date(2999, 1, 1), "on"),
    ],
)
def test_a_designation_that_cannot_be_names_the_field(
    person: str, cause: str, day: dt.date, field: str
) -> None:
    sent = factories.acting(person).person_id

    refusal = refused(
        lambda: designate_stand_in(factories.acting("agency-moea"), seat(2).pk, day, sent, cause)
    )

    assert (refusal.status, refusal.field) == (422, field)
    assert not Designation.objects.exists()


def test_a_seat_that_is_not_there_is_not_found() -> None:
    assert refused(lambda: designate_stand_in(factories.acting("agency-moea"), 999_999, DAY, 1)).status == 404


def test_the_sheet_is_filled_in_from_answers_and_designations() -> None:
    meeting = factories.called_meeting()
    send(2, "moea")
    reply(factories.acting("member-03"), meeting.pk, "accepted")
    reply(factories.acting("member-20"), meeting.pk, "leave", "in hospital")
    reply(factories.acting("member-07"), meeting.pk, "accepted")

    second, third = place(meeting, 2), place(meeting, 3)
    assert (second.status, second.stand_in, second.cause) == ("stand_in", officer("moea"), "abroad")
    assert (third.status, third.stand_in, third.cause) == ("present", None, "")
    assert (place(meeting, 20).status, place(meeting, 20).cause) == ("leave", "in hospital")
    assert place(meeting, 4).status == ""
    assert place(meeting, 7).status == "", "who has not signed is not let in, whatever the answer"


def test_what_is_marked_wins_over_what_was_expected() -> None:
    meeting = factories.called_meeting()
    reply(factories.acting("member-20"), meeting.pk, "leave", "in hospital")

    record_attendance(factories.acting("office"), meeting.pk, {seat(20).pk: Mark("present")})

    assert place(meeting, 20).status == "present"


def test_nobody_stands_in_for_two_members() -> None:
    meeting = factories.called_meeting()
    twin = seat(3).seat
    twin.represents = seat(2).seat.represents
    twin.save()
    mark = Mark("stand_in", officer("moea"), "abroad")

    marks = {seat(2).pk: mark, seat(3).pk: mark}
    refusal = refused(lambda: record_attendance(factories.acting("office"), meeting.pk, marks))

    assert "two seats" in refusal.sentence.en
    send(2, "moea")
    assert refused(lambda: send(3, "moea")).field == "person"


def test_a_stand_in_from_elsewhere_is_refused_on_the_sheet_too() -> None:
    meeting = factories.called_meeting()
    stranger = Person.objects.get(account__username="agency-mnd").pk

    marks = {seat(2).pk: Mark("stand_in", stranger, "abroad")}
    assert refused(lambda: record_attendance(factories.acting("office"), meeting.pk, marks)).field == "marks"
