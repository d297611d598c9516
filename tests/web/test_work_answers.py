"""What a notice puts on people's list of work."""

from collections.abc import Callable

from django.test import Client

from coretech.apps.bodies.operations.designate_stand_in import designate_stand_in
from coretech.apps.meetings.operations.reply import reply
from tests import factories
from tests.web.page_text import text_of

Visit = Callable[[str], Client]


def test_a_member_is_asked_to_answer_until_having_answered(visit: Visit) -> None:
    meeting = factories.called_meeting()
    assert "回覆開會通知" in text_of(visit("member-02"), "/work/")
    assert "Answer the notice of a meeting" in text_of(visit("member-02"), "/en/work/")
    assert "回覆開會通知" not in text_of(visit("office"), "/work/")

    reply(factories.acting("member-02"), meeting.pk, "accepted")

    assert "回覆開會通知" not in text_of(visit("member-02"), "/work/")


def test_an_agency_is_asked_about_its_member_on_leave_until_somebody_is_sent(visit: Visit) -> None:
    meeting, seat = factories.called_meeting(), factories.seats()[1]
    officer = factories.acting("agency-moea")
    assert "委員請假" not in text_of(visit("agency-moea"), "/work/")

    reply(factories.acting("member-02"), meeting.pk, "leave", "abroad")
    assert "委員請假" in text_of(visit("agency-moea"), "/work/")
    assert "委員請假" not in text_of(visit("agency-nstc"), "/work/")

    designate_stand_in(officer, seat.pk, factories.DAY, officer.person_id, "abroad")
    assert "委員請假" not in text_of(visit("agency-moea"), "/work/")
