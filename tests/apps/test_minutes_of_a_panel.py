"""A panel's minutes: its agency's officers write them, its convener signs, its members answer (art. 8)."""

import datetime as dt

import pytest

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.minuting.content import from_json
from coretech.apps.meetings.minuting.finding import newest_version
from coretech.apps.meetings.minuting.reading import copy_of
from coretech.apps.meetings.models import Minutes
from coretech.apps.meetings.operations.circulate_minutes import circulate_minutes
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.confirm_minutes import confirm_minutes
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.meetings.operations.reply_to_minutes import reply_to_minutes
from coretech.apps.meetings.operations.sign_minutes import sign_minutes
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import panel_factories

pytestmark = pytest.mark.usefixtures("stage")

DAY = panel_factories.DAY
OFFICER = "agency-nstc"


def sign(by: Acting, meeting: int) -> None:
    sign_minutes(by, meeting, Person.objects.get(pk=by.person_id or 0).name_zh)


def test_the_agency_and_its_panel_carry_their_minutes_to_confirmation() -> None:
    item = panel_factories.in_session(present=9, recused=1)
    panel_factories.voted(item, ["for"] * 8)
    officer, meeting = factories.acting(OFFICER, DAY), item.meeting_id
    close_meeting(officer, meeting)
    draft_minutes(officer, meeting)
    convener, recused = (factories.acting(panel_factories.member(seat), DAY) for seat in (1, 9))
    sign(convener, meeting)
    sign(officer, meeting)
    circulate_minutes(officer, meeting, DAY + dt.timedelta(days=7))
    reply_to_minutes(recused, meeting, agrees=True)
    confirm_minutes(factories.acting(OFFICER, DAY + dt.timedelta(days=8)), meeting)

    minutes = Minutes.objects.get(meeting=meeting)
    (told,) = from_json(newest_version(minutes).content).items
    assert minutes.state == Minutes.State.CONFIRMED
    assert (told.recused, told.tally) == ((9,), {"for": 8, "against": 0, "abstain": 0})
    assert copy_of(recused, meeting).withheld == {1}
    with pytest.raises(Refused) as caught:
        copy_of(factories.acting("office", DAY), meeting)
    assert caught.value.status == 404
