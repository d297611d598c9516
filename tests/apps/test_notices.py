"""A meeting's notice: called, changed, cancelled; who is told, and what becomes of the agenda."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest

from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Act, Outbox
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.operations.designate_stand_in import designate_stand_in
from coretech.apps.cases.states import State
from coretech.apps.meetings.calling import Occasion, callable_bodies
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations.call_meeting import Call, call_meeting
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.apps.meetings.operations.change_notice import change_notice
from coretech.apps.meetings.operations.defer_item import defer_item
from coretech.apps.meetings.operations.list_item import Topic, list_item
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.reorder_agenda import reorder_agenda
from coretech.apps.meetings.operations.reply import reply
from coretech.apps.meetings.replies import newest_replies
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.calendar_entry import entry_of

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY
LATER = DAY + dt.timedelta(days=7)
SECRET_WORDS = (factories.NEW_NAME, "合成孔徑", "synthetic-aperture")


def told(kind: str) -> dict[str, Outbox]:
    rows = Outbox.objects.filter(act__kind=kind).select_related("recipient")
    return {row.recipient.username: row for row in rows if row.recipient is not None}


def panel() -> Body:
    return Body.objects.get(kind=Body.Kind.PANEL, agency__code="nstc")


def test_the_notice_tells_day_hour_place_and_nothing_of_the_agenda() -> None:
    Account.objects.filter(username="member-02").update(language="en")
    call = Call(DAY, "Room 1", begins_at=dt.time(9, 30), minutes=90)
    call_meeting(factories.acting("office"), call)

    letters = told("meeting.called")

    assert len(letters) == 25
    assert "09:30–11:00" in letters["member-03"].text
    assert "民國114年6月2日" in letters["member-03"].text
    assert "2 June 2025, 09:30–11:00 (Taipei)\nPlace: Room 1" in letters["member-02"].text
    event = entry_of(letters["member-03"].calendar)
    assert (event.sequence, event.place) == (1, "Room 1")
    recipient = letters["member-03"].recipient
    assert recipient is not None
    assert event.attendee == "mailto:" + recipient.email


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (Call(DAY - dt.timedelta(days=1), "Room 1"), "held_on"),
        (Call(dt.date(2999, 1, 1), "Room 1"), "held_on"),
        (Call(DAY, "  "), "place"),
        (Call(DAY, "x" * 121), "place"),
        (Call(DAY, "Room 1", minutes=14), "minutes"),
        (Call(DAY, "Room 1", minutes=721), "minutes"),
        (Call(DAY, "Room 1", kind="secret"), "kind"),
        (Call(DAY, "Room 1", body=999_999), "body"),
    ],
)
def test_a_notice_that_cannot_be_sent_names_the_field(call: Call, field: str) -> None:
    refusal = refused(lambda: call_meeting(factories.acting("office"), call))

    assert (refusal.status, refusal.field) == (422, field)
    assert not Meeting.objects.exists()


def test_a_panel_is_called_by_its_own_agency_alone() -> None:
    call = Call(DAY, "Room 2", body=panel().pk)

    call_meeting(factories.acting("agency-nstc"), call)

    assert Meeting.objects.get().body == panel()
    others = ("office", "agency-moea", "member-02")
    assert statuses_for(others, lambda by: call_meeting(by, call)) == {403}


def test_everybody_is_offered_the_bodies_they_may_call() -> None:
    assert [body.kind for body in callable_bodies(factories.acting("office"))] == ["council"]
    assert callable_bodies(factories.acting("agency-nstc")) == [panel()]
    assert callable_bodies(factories.acting("member-02")) == []


def test_a_changed_notice_replaces_the_first_in_every_calendar() -> None:
    meeting = factories.called_meeting()
    first = entry_of(told("meeting.called")["member-02"].calendar)

    change_notice(factories.acting("office"), meeting.pk, Occasion(LATER, "Room 3", dt.time(10), 60))

    second = entry_of(told("meeting.moved")["member-02"].calendar)
    assert second.uid == first.uid
    assert (first.sequence, second.sequence) == (1, 2)
    assert second.begins.date() == LATER
    meeting.refresh_from_db()
    assert (meeting.held_on, meeting.place, meeting.notice) == (LATER, "Room 3", 2)


def test_a_notice_is_not_sent_again_for_nothing_but_for_another_agenda() -> None:
    meeting = factories.called_meeting()
    office, same = factories.acting("office"), Occasion.of(meeting)

    assert refused(lambda: change_notice(office, meeting.pk, same)).field == "held_on"

    assert change_notice(office, meeting.pk, same, agenda=True).kind == "meeting.notice_changed"
    assert len(told("meeting.notice_changed")) == 25


def test_answers_to_another_day_no_longer_count_and_those_to_another_room_do() -> None:
    meeting, office = factories.called_meeting(), factories.acting("office")
    reply(factories.acting("member-02"), meeting.pk, "accepted")

    change_notice(office, meeting.pk, replace(Occasion.of(meeting), place="Room 9"))
    assert len(newest_replies(meeting)) == 1

    meeting.refresh_from_db()
    later = factories.acting("office", DAY + dt.timedelta(days=1))
    change_notice(later, meeting.pk, replace(Occasion.of(meeting), held_on=LATER))
    assert newest_replies(meeting) == {}


def test_whoever_was_sent_to_the_old_day_hears_that_it_is_off() -> None:
    meeting, seat = factories.called_meeting(), factories.seats()[1]
    officer = factories.acting("agency-moea")
    designate_stand_in(officer, seat.pk, DAY, officer.person_id, "abroad")

    change_notice(factories.acting("office"), meeting.pk, replace(Occasion.of(meeting), held_on=LATER))

    assert entry_of(told("meeting.moved")["agency-moea"].calendar).method == "CANCEL"


def test_the_day_stays_once_the_attendance_is_recorded() -> None:
    meeting = factories.called_meeting()
    factories.attend(meeting, 13)

    moved = replace(Occasion.of(meeting), held_on=LATER)
    assert refused(lambda: change_notice(factories.acting("office"), meeting.pk, moved)).status == 409


def test_only_the_office_and_the_convener_change_or_cancel() -> None:
    meeting = factories.called_meeting()
    moved = replace(Occasion.of(meeting), held_on=LATER)

    others = ("member-02", "agency-nstc", "public")
    assert statuses_for(others, lambda by: change_notice(by, meeting.pk, moved)) == {403}
    assert statuses_for(others, lambda by: cancel_meeting(by, meeting.pk, "why")) == {403}


def test_a_cancelled_meeting_frees_its_cases_and_calendars() -> None:
    meeting = factories.called_meeting()
    case = factories.listed_item(factories.checked_case(factories.renaming()), meeting).case
    assert case is not None

    act = cancel_meeting(factories.acting("office"), meeting.pk, "a typhoon")

    case.refresh_from_db()
    meeting.refresh_from_db()
    assert (case.stands_at, meeting.state) == (State.CHECKED, Meeting.State.CANCELLED)
    assert act.public == {"cases": [case.reference]}
    event = entry_of(told("meeting.cancelled")["member-02"].calendar)
    assert (event.status, event.sequence) == ("CANCELLED", 2)
    assert factories.listed_item(case, factories.called_meeting(LATER)).order == 1


def test_a_case_that_had_been_deferred_waits_as_deferred_again() -> None:
    first = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    factories.attend(first.meeting, 13)
    open_meeting(factories.acting("office"), first.meeting_id)
    defer_item(factories.acting("office"), first.pk, "more figures")
    assert first.case is not None
    second = factories.listed_item(first.case, factories.called_meeting(LATER))

    cancel_meeting(factories.acting("office"), second.meeting_id, "a typhoon")

    first.case.refresh_from_db()
    assert first.case.stands_at is State.DEFERRED


def test_a_meeting_is_cancelled_with_a_reason_before_it_begins_and_once() -> None:
    meeting, office = factories.called_meeting(), factories.acting("office")

    assert refused(lambda: cancel_meeting(office, meeting.pk, "  ")).field == "why"
    assert refused(lambda: cancel_meeting(office, meeting.pk, "x" * 301)).field == "why"
    cancel_meeting(office, meeting.pk, "a typhoon")
    assert refused(lambda: cancel_meeting(office, meeting.pk, "again")).status == 409
    assert refused(lambda: change_notice(office, meeting.pk, Occasion.of(meeting), agenda=True)).status == 409

    running = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    factories.attend(running.meeting, 13)
    open_meeting(office, running.meeting_id)
    assert refused(lambda: cancel_meeting(office, running.meeting_id, "too late")).status == 409


def test_no_notice_and_no_leaf_holds_a_word_of_the_agenda_or_the_place() -> None:
    meeting, office = factories.called_meeting(), factories.acting("office")
    factories.listed_item(factories.checked_case(factories.renaming()), meeting)
    list_item(office, meeting.pk, Topic("report", "機密報告", "A secret report"))
    change_notice(office, meeting.pk, Occasion(LATER, "Hidden hall"), agenda=True)
    cancel_meeting(office, meeting.pk, "a typhoon")

    letters = [f"{row.subject_zh}{row.subject_en}{row.text}{row.calendar}" for row in Outbox.objects.all()]
    leaves = [bytes(act.leaf).decode() for act in Act.objects.filter(kind__startswith="meeting.")]

    for word in (*SECRET_WORDS, "機密報告", "secret report"):
        assert not any(word in text for text in (*letters, *leaves))
    assert not any("Hidden hall" in leaf or "typhoon" in leaf for leaf in leaves)


def test_reports_are_listed_before_the_meeting_and_motions_while_it_is_open() -> None:
    item = factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())
    meeting, office = item.meeting, factories.acting("office")
    list_item(office, meeting.pk, Topic("report", "執行情形"))
    motion = Topic("motion", "臨時動議一", "A motion")
    assert refused(lambda: list_item(office, meeting.pk, motion)).status == 409

    factories.attend(meeting, 13)
    open_meeting(office, meeting.pk)
    list_item(office, meeting.pk, motion)
    assert refused(lambda: list_item(office, meeting.pk, Topic("report", "太晚"))).status == 409

    rows = Item.objects.filter(meeting=meeting).exclude(kind="case")
    assert [(row.order, row.kind, row.title.en) for row in rows] == [
        (2, "report", "執行情形"),
        (3, "motion", "A motion"),
    ]


@pytest.mark.parametrize(
    ("topic", "field"),
    [
        (Topic("case", "案由"), "kind"),
        (Topic("report", " "), "title_zh"),
        (Topic("report", "x" * 201), "title_zh"),
        (Topic("discussion", "案由", "x" * 301), "title_en"),
    ],
)
def test_an_item_that_cannot_be_listed_names_the_field(topic: Topic, field: str) -> None:
    meeting = factories.called_meeting()

    assert refused(lambda: list_item(factories.acting("office"), meeting.pk, topic)).field == field


def test_the_agenda_is_put_in_another_order_whole() -> None:
    meeting, office = factories.called_meeting(), factories.acting("office")
    for title in ("一", "二", "三"):
        list_item(office, meeting.pk, Topic("report", title))
    first, second, third = meeting.items.values_list("pk", flat=True)

    reorder_agenda(office, meeting.pk, [third, first, second])

    assert [item.title_zh for item in meeting.items.order_by("order")] == ["三", "一", "二"]
    for wrong in ([third, first], [third, first, first], [third, first, second, 999_999]):
        assert refused(partial(reorder_agenda, office, meeting.pk, wrong)).field == "items"
