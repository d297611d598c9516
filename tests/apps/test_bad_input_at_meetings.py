"""What is refused at meetings: a sentence in both languages, and nothing written."""

import datetime as dt

import pytest

from coretech.apps.meetings.models import Ballot
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from tests import factories
from tests.apps.refusing import refused

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY


def test_the_council_cannot_vote_without_a_quorum() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    members = factories.attend(item.meeting, 12)
    open_meeting(factories.acting("office"), item.meeting.pk)
    factories.declare_none(item, members)

    refusal = refused(lambda: open_vote(factories.acting("office"), item.pk))

    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["values"]["needed"] == 13
    assert "12" in refusal.sentence.zh


def test_the_council_cannot_vote_before_everybody_present_has_declared() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    members = factories.attend(item.meeting, 13)
    open_meeting(factories.acting("office"), item.meeting.pk)
    factories.declare_none(item, members[1:])

    assert "1" in refused(lambda: open_vote(factories.acting("office"), item.pk)).sentence.en


def test_a_member_cannot_vote_before_the_vote_is_open() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    factories.attend(item.meeting, 13)

    assert refused(lambda: cast_vote(factories.acting("member-02"), item.pk, "for")).status == 409


def test_a_recused_member_cannot_vote_and_the_ruling_says_why() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    members = factories.attend(item.meeting, 14)
    declare(
        factories.acting("member-02"), item.pk, Interest(interest=True, kinship=("spouse", "parent", "child"))
    )
    open_meeting(factories.acting("office"), item.meeting.pk)
    factories.declare_none(item, members)
    open_vote(factories.acting("office"), item.pk)

    refusal = refused(lambda: cast_vote(factories.acting("member-02"), item.pk, "for"))

    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["question"] == "meeting.ballot"


def test_a_second_ballot_of_the_same_member_is_refused() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    members = factories.attend(item.meeting, 13)
    open_meeting(factories.acting("office"), item.meeting.pk)
    factories.declare_none(item, members)
    open_vote(factories.acting("office"), item.pk)
    cast_vote(factories.acting("member-02"), item.pk, "for")

    refused(lambda: cast_vote(factories.acting("member-02"), item.pk, "against"))

    assert [ballot.choice for ballot in Ballot.objects.filter(item=item)] == ["for"]


def test_a_member_who_has_not_signed_is_not_admitted() -> None:
    meeting = factories.called_meeting()
    seventh = factories.seats()[6]

    refusal = refused(
        lambda: record_attendance(factories.acting("office"), meeting.pk, {seventh.pk: Mark("present")})
    )

    assert refusal.ruling is not None
    assert refusal.ruling.cited == "11"


def test_an_expert_cannot_send_a_stand_in() -> None:
    meeting = factories.called_meeting()
    expert = next(seat for seat in factories.seats() if seat.seat.category == 4)
    other = factories.seats()[0].person_id

    refusal = refused(
        lambda: record_attendance(
            factories.acting("office"),
            meeting.pk,
            {expert.pk: Mark("stand_in", stand_in=other, cause="abroad")},
        )
    )

    assert refusal.ruling is not None
    assert "5.4" in refusal.ruling.cited


def test_a_meeting_does_not_open_before_its_day() -> None:
    day = dt.date(2025, 6, 20)
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting(day))
    factories.attend(item.meeting, 13)

    assert (
        "2025-06-20" in refused(lambda: open_meeting(factories.acting("office"), item.meeting.pk)).sentence.en
    )


def test_a_meeting_does_not_close_with_an_item_undecided() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    factories.attend(item.meeting, 13)
    open_meeting(factories.acting("office"), item.meeting.pk)

    refused(lambda: close_meeting(factories.acting("office"), item.meeting.pk))


def test_a_vote_that_nobody_opened_cannot_be_closed() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    factories.attend(item.meeting, 13)
    open_meeting(factories.acting("office"), item.meeting.pk)

    refused(lambda: close_vote(factories.acting("office"), item.pk))
