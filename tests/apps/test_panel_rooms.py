"""A panel uses the council's rooms: every act of a meeting, by its officer, its convener and its members."""

import datetime as dt

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Body
from coretech.apps.meetings.calling import Occasion
from coretech.apps.meetings.models import Item, Meeting, Minutes, Speech
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.ask_to_speak import ask_to_speak
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.apps.meetings.operations.change_notice import change_notice
from coretech.apps.meetings.operations.circulate_minutes import circulate_minutes
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.confirm_minutes import confirm_minutes
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.meetings.operations.end_speech import end_speech
from coretech.apps.meetings.operations.file_paper import Handed, file_paper
from coretech.apps.meetings.operations.give_floor import give_floor
from coretech.apps.meetings.operations.invite_observer import Invitation, invite_observer
from coretech.apps.meetings.operations.list_item import Topic, list_item
from coretech.apps.meetings.operations.name_chair import name_chair
from coretech.apps.meetings.operations.note_item import note_item
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.order_recusal import order_recusal
from coretech.apps.meetings.operations.reply import reply
from coretech.apps.meetings.operations.reply_to_minutes import reply_to_minutes
from coretech.apps.meetings.operations.resume_meeting import resume_meeting
from coretech.apps.meetings.operations.sign_minutes import sign_minutes
from coretech.apps.meetings.operations.suspend_meeting import suspend_meeting
from coretech.apps.meetings.operations.take_up_item import take_up_item
from coretech.apps.people.models import Person
from tests import factories
from tests.apps.refusing import refused
from tests.factories import panel_factories as panels

pytestmark = pytest.mark.usefixtures("stage")


def name_of(username: str) -> str:
    return Person.objects.get(account__username=username).name_zh


def test_before_it_meets_the_officer_changes_the_notice_and_members_answer() -> None:
    officer, meeting = factories.acting(panels.OFFICER), panels.called()
    change_notice(officer, meeting.pk, Occasion(factories.DAY, "Room 9", dt.time(9), 60))
    reply(factories.acting(panels.member(3)), meeting.pk, "leave", "abroad")
    invite_observer(officer, meeting.pk, Invitation("王專家", "某大學", "說明技術"))
    list_item(officer, meeting.pk, Topic("report", "上次會議辦理情形"))
    file_paper(
        officer, meeting.pk, Handed("議程", "agenda.csv", "案次,案由\n1,報告\n".encode(), confidential=False)
    )

    meeting.refresh_from_db()
    assert (meeting.place, meeting.notice) == ("Room 9", 2)
    assert meeting.replies.get().answer == "leave"
    assert (meeting.observers.count(), meeting.papers.count()) == (1, 1)


def test_calling_it_off_leaves_its_case_a_draft_that_may_be_listed_again() -> None:
    case, meeting = panels.ready_case(), panels.called()
    panels.listed(case, meeting)

    cancel_meeting(factories.acting(panels.OFFICER), meeting.pk, "typhoon")

    case.refresh_from_db()
    assert case.state == "draft"
    assert panels.listed(case, panels.called()).state == Item.State.LISTED


def test_in_the_room_the_officer_runs_it_and_the_members_speak() -> None:
    item = panels.in_session()
    officer, meeting = factories.acting(panels.OFFICER), item.meeting
    suspend_meeting(officer, meeting.pk)
    resume_meeting(officer, meeting.pk)
    take_up_item(officer, item.pk)
    ask_to_speak(factories.acting(panels.member(4)), meeting.pk)
    speech = Speech.objects.get()
    give_floor(officer, meeting.pk, speech.pk)
    end_speech(factories.acting(panels.member(4)), meeting.pk, speech.pk)
    name_chair(officer, meeting.pk, panels.seats()[1].pk, "the convener has to leave")

    meeting.refresh_from_db()
    assert (meeting.state, meeting.chair) == (Meeting.State.OPEN, panels.seats()[1])


def test_the_convener_orders_a_member_to_step_aside_by_the_article_that_binds_panels_too() -> None:
    item = panels.in_session()

    order_recusal(
        factories.acting(panels.member(1)), item.pk, panels.seats()[4].pk, "self", "owns the company"
    )

    act = Act.objects.latest("seq")
    assert act.kind.startswith("meeting.recusal")
    assert "owns the company" not in str(act.public)
    refused(
        lambda: order_recusal(
            factories.acting(panels.member(2)), item.pk, panels.seats()[5].pk, "self", "no chair"
        )
    )


def test_after_it_the_minutes_go_from_draft_to_confirmed_by_circulation() -> None:
    panels.settle("half", "more_than_half")
    item = panels.in_session(present=5)
    officer, chair = factories.acting(panels.OFFICER), factories.acting(panels.member(1))
    adopt_without_objection(officer, item.pk, asked=True)
    close_meeting(officer, item.meeting_id)
    draft_minutes(officer, item.meeting_id)
    sign_minutes(officer, item.meeting_id, name_of(panels.OFFICER))
    sign_minutes(chair, item.meeting_id, name_of(panels.member(1)))
    circulate_minutes(officer, item.meeting_id, factories.DAY)
    for number in range(1, 6):
        reply_to_minutes(factories.acting(panels.member(number)), item.meeting_id, agrees=True)

    confirm_minutes(factories.acting(panels.OFFICER, factories.DAY + dt.timedelta(days=1)), item.meeting_id)

    minutes = Minutes.objects.get()
    assert minutes.state == Minutes.State.CONFIRMED
    content = str(minutes.versions.latest("number").content)
    assert "國家核心關鍵技術審議會" not in content
    assert panels.panel().name_zh in content


def test_a_report_is_noted_by_a_panel_as_by_the_council() -> None:
    officer, meeting = factories.acting(panels.OFFICER), panels.called()
    list_item(officer, meeting.pk, Topic("report", "上次會議辦理情形"))
    panels.attend(meeting, 5)
    open_meeting(officer, meeting.pk)

    note_item(officer, meeting.items.get().pk)

    assert meeting.items.get().outcome == Item.Outcome.NOTED


@pytest.mark.parametrize("username", ["office", "member-01", "agency-moea", "panel-nstc-02"])
def test_nobody_else_runs_a_panels_meeting(username: str) -> None:
    item = panels.in_session()
    by, panel = factories.acting(username), Body.objects.get(pk=item.meeting.body_id)

    assert panel.kind == Body.Kind.PANEL
    for run in (
        lambda: take_up_item(by, item.pk),
        lambda: suspend_meeting(by, item.meeting_id),
        lambda: adopt_without_objection(by, item.pk, asked=True),
        lambda: close_meeting(by, item.meeting_id),
    ):
        assert refused(run).status == 403
