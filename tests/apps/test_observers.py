"""Observers: invited with a reason, admitted with an agreement, and on the sheet (arts. 5(2), 11)."""

import datetime as dt
from dataclasses import replace

import pytest

from coretech.apps.audit.models import Outbox
from coretech.apps.meetings.admission import observer_ruling
from coretech.apps.meetings.models import Meeting, Observer
from coretech.apps.meetings.operations.invite_observer import Invitation, invite_observer
from coretech.apps.meetings.operations.record_observers import record_observers
from coretech.apps.meetings.operations.record_paper_agreement import record_paper_agreement
from coretech.apps.meetings.operations.withdraw_invitation import withdraw_invitation
from tests import factories
from tests.apps.refusing import refused, statuses_for

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY
EXPERT = Invitation("林專家", "衛星產業協會", "說明產業現況")


def invited(meeting: Meeting, given: Invitation = EXPERT) -> Observer:
    invite_observer(factories.acting("office"), meeting.pk, given)
    return Observer.objects.latest("pk")


def test_an_observer_enters_once_the_paper_is_signed() -> None:
    meeting = factories.called_meeting()
    observer, office = invited(meeting), factories.acting("office")

    refusal = refused(lambda: record_observers(office, meeting.pk, {observer.pk}))
    assert refusal.ruling is not None
    assert refusal.ruling.cited == "11"
    assert refusal.sentence.zh.startswith("林專家：")

    record_paper_agreement(office, observer.pk, DAY)
    record_observers(office, meeting.pk, {observer.pk})

    assert Observer.objects.get().present
    record_observers(office, meeting.pk, set())
    assert not Observer.objects.get().present


def test_an_account_is_told_and_its_agreement_counts() -> None:
    meeting = factories.called_meeting()
    observer = invited(meeting, replace(EXPERT, account="announcer"))

    assert observer_ruling(observer).is_yes
    letter = Outbox.objects.get(act__kind="meeting.observer_invited")
    assert letter.recipient is not None
    assert (letter.recipient.username, letter.path) == ("announcer", "/agreement/")
    assert "METHOD:REQUEST" in letter.calendar


def test_an_observer_may_be_invited_to_one_item_alone() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())

    assert invited(item.meeting, replace(EXPERT, item=item.pk)).item == item


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (replace(EXPERT, name=" "), "name"),
        (replace(EXPERT, name="x" * 81), "name"),
        (replace(EXPERT, organisation=""), "organisation"),
        (replace(EXPERT, why=""), "why"),
        (replace(EXPERT, item=999_999), "item"),
        (replace(EXPERT, account="nobody"), "account"),
        (replace(EXPERT, account="member-02"), "account"),
        (replace(EXPERT, signed_on=DAY + dt.timedelta(days=1)), "signed_on"),
    ],
)
def test_an_invitation_that_cannot_be_names_the_field(given: Invitation, field: str) -> None:
    meeting = factories.called_meeting()

    refusal = refused(lambda: invite_observer(factories.acting("office"), meeting.pk, given))

    assert (refusal.status, refusal.field) == (422, field)


def test_nobody_is_invited_twice() -> None:
    meeting = factories.called_meeting()
    invited(meeting)

    assert refused(lambda: invited(meeting)).status == 409


def test_an_invitation_is_taken_back_until_the_observer_has_come() -> None:
    meeting, office = factories.called_meeting(), factories.acting("office")
    first = invited(meeting, replace(EXPERT, signed_on=DAY, account="announcer"))
    record_observers(office, meeting.pk, {first.pk})
    assert refused(lambda: withdraw_invitation(office, first.pk)).status == 409

    record_observers(office, meeting.pk, set())
    withdraw_invitation(office, first.pk)

    assert not Observer.objects.exists()
    assert "METHOD:CANCEL" in Outbox.objects.get(act__kind="meeting.invitation_withdrawn").calendar
    assert refused(lambda: withdraw_invitation(office, first.pk)).status == 404


def test_only_those_invited_are_on_the_list_and_only_the_secretariat_keeps_it() -> None:
    meeting = factories.called_meeting()
    observer = invited(meeting)

    assert refused(lambda: record_observers(factories.acting("office"), meeting.pk, {999_999})).status == 422
    others = ("member-02", "agency-nstc", "public")
    assert statuses_for(others, lambda by: record_observers(by, meeting.pk, set())) == {403}
    assert statuses_for(others, lambda by: invite_observer(by, meeting.pk, EXPERT)) == {403}
    assert statuses_for(others, lambda by: withdraw_invitation(by, observer.pk)) == {403}
    assert statuses_for(others, lambda by: record_paper_agreement(by, observer.pk, DAY)) == {403}
    future = DAY + dt.timedelta(days=1)
    late = refused(lambda: record_paper_agreement(factories.acting("office"), observer.pk, future))
    assert late.field == "signed_on"


def test_who_observes_is_in_no_leaf() -> None:
    meeting = factories.called_meeting()
    act = invite_observer(factories.acting("office"), meeting.pk, EXPERT)

    assert act.public == {"item": None}
    assert "林專家" not in bytes(act.leaf).decode()
