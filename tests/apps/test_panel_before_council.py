"""A case that a panel and then the council decide: only the council's approval counts as one."""

import datetime as dt

import pytest

from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.cases.operations.submit import submit
from coretech.apps.meetings.approvals import approvals_of
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.defer_item import defer_item
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.register.legal_states import milestones
from coretech.apps.register.operations.announce import Notice, announce, effect_ruling
from tests import factories
from tests.factories import panel_factories as panels

pytestmark = pytest.mark.usefixtures("stage")

MEETS = dt.date(2025, 6, 20)
ANNOUNCED = dt.date(2025, 9, 1)


def checked_after_panel() -> Case:
    """A case its panel favoured in a meeting of its own, passed on by the Office."""
    panels.settle("half", "more_than_half")
    item = panels.in_session()
    adopt_without_objection(factories.acting(panels.OFFICER), item.pk, asked=True)
    close_meeting(factories.acting(panels.OFFICER), item.meeting_id)
    assert item.case is not None
    submit(factories.acting(panels.OFFICER), item.case.reference)
    check_submission(factories.acting("office"), item.case.reference, passed=True, note="complete")
    item.case.refresh_from_db()
    return item.case


def test_what_a_panel_favours_is_not_yet_approved() -> None:
    case = checked_after_panel()

    assert not approvals_of(case).exists()
    assert not effect_ruling(factories.acting("announcer"), case).is_yes


def test_the_register_tells_of_the_councils_meeting_and_never_of_the_panels() -> None:
    case, meeting = checked_after_panel(), factories.called_meeting(MEETS)
    item = factories.listed_item(case, meeting)
    members = factories.attend(meeting, 13)
    open_meeting(factories.acting("office", MEETS), meeting.pk)
    factories.declare_none(item, members)
    adopt_without_objection(factories.acting("office", MEETS), item.pk, asked=True)
    draft = Draft((case.reference,), "示範字第0001號", MEETS, MEETS + dt.timedelta(days=60))
    pre_announce(factories.acting("office", MEETS), draft)
    notice = Notice((case.reference,), "示範字第0002號", ANNOUNCED, ANNOUNCED)
    announce(factories.acting("announcer", ANNOUNCED), notice)

    assert list(approvals_of(case)) == [item]
    version = case.versions.get()
    assert {each.meeting for each in milestones([version])} - {None} == {meeting}
    assert version.announcement.decided_on == MEETS


def test_a_case_a_panel_once_put_off_leaves_a_cancelled_council_agenda_as_checked() -> None:
    panels.settle("half", "more_than_half")
    first = panels.in_session()
    defer_item(factories.acting(panels.OFFICER), first.pk, "The figures are old.")
    assert first.case is not None
    again = panels.listed(first.case, panels.called())
    panels.opined(again)
    panels.attend(again.meeting, 9)
    open_meeting(factories.acting(panels.OFFICER), again.meeting_id)
    panels.declared(again, 9)
    adopt_without_objection(factories.acting(panels.OFFICER), again.pk, asked=True)
    submit(factories.acting(panels.OFFICER), first.case.reference)
    check_submission(factories.acting("office"), first.case.reference, passed=True, note="complete")
    meeting = factories.called_meeting(MEETS)
    factories.listed_item(first.case, meeting)

    cancel_meeting(factories.acting("office"), meeting.pk, "typhoon")

    first.case.refresh_from_db()
    assert first.case.state == "checked"
