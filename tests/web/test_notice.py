"""The pages before a meeting: its notice, changing and cancelling it, the agenda, answers, the calendar file."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.bodies.models import Body
from coretech.apps.meetings.models import Attendance, Meeting, Reply
from coretech.apps.meetings.operations.list_item import Topic, list_item
from coretech.apps.meetings.operations.reply import reply
from tests import factories
from tests.calendar_entry import entry_of
from tests.web.page_text import text_of

Visit = Callable[[str], Client]
CHANGE = {"held_on": "114.6.20", "begins_at": "１０：３０", "minutes": "90", "place": "Room 9"}
LANGUAGES = ("", "/en")


def at(meeting: Meeting, page: str = "notice/", language: str = "") -> str:
    return f"{language}/meetings/{meeting.pk}/{page}"


def test_the_notice_shows_each_reader_what_there_is_to_do(visit: Visit) -> None:
    meeting = factories.called_meeting()

    office = text_of(visit("office"), at(meeting))
    member = text_of(visit("member-02"), at(meeting, language="/en"))

    for words in ("14:00–16:00", "更改並重送通知", "議程", "列席者", "取消會議", "尚未回覆", "第25席"):
        assert words in office
    assert "回覆開會通知" not in office
    assert "Answer the notice" in member
    assert "Cancel the meeting" not in member
    assert "Seat 25" not in member, "who answered what is the secretariat's to see"


@pytest.mark.parametrize(
    "page", ["notice/", "notice/change/", "cancellation/", "agenda/", "reply/", "calendar.ics"]
)
def test_nobody_outside_learns_of_the_meeting(visit: Visit, page: str) -> None:
    meeting = factories.called_meeting()

    for username in ("public", "agency-nstc", "announcer"):
        assert visit(username).get(at(meeting, page)).status_code in {403, 404}


@pytest.mark.parametrize("page", ["notice/change/", "cancellation/", "agenda/", "observers/"])
def test_a_member_runs_nothing(visit: Visit, page: str) -> None:
    meeting = factories.called_meeting()

    assert visit("member-02").get(at(meeting, page)).status_code == 403
    assert visit("member-01").get(at(meeting, page)).status_code == 200, "the convener does"


def test_the_mails_that_fail_are_named_to_the_secretariat(visit: Visit) -> None:
    meeting = factories.called_meeting()
    Outbox.objects.filter(recipient__username="member-05").update(problem="SMTPRecipientsRefused")

    assert "0 sent, 25 waiting" in text_of(visit("office"), at(meeting, language="/en"))
    assert "member-05" in text_of(visit("office"), at(meeting))
    assert "member-05" not in text_of(visit("member-02"), at(meeting))


def test_the_calendar_file_is_the_entry_of_the_mail_addressed_to_nobody(visit: Visit) -> None:
    meeting = factories.called_meeting()

    answer = visit("member-02").get(at(meeting, "calendar.ics"))

    event = entry_of(answer.content)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="meeting-2025-1.ics"'
    sent = entry_of(Outbox.objects.latest("pk").calendar)
    assert (event.uid, event.sequence, event.begins) == (sent.uid, sent.sequence, sent.begins)
    assert event.attendee is None


def test_a_notice_is_changed_and_sent_anew_once(visit: Visit) -> None:
    meeting, client = factories.called_meeting(), visit("office")

    answers = [client.post(at(meeting, "notice/change/"), CHANGE | {"once": "k"}) for _ in range(2)]

    meeting.refresh_from_db()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert (meeting.held_on.isoformat(), f"{meeting.begins_at:%H:%M}", meeting.notice) == (
        "2025-06-20",
        "10:30",
        2,
    )


@pytest.mark.parametrize(
    ("change", "zh", "en"),
    [
        ({"begins_at": "25:00"}, "24小時制", "24-hour clock"),
        ({"begins_at": "noon"}, "24小時制", "24-hour clock"),
        ({"minutes": "long"}, "以數字填寫", "as a number"),
        ({"minutes": "5"}, "15至720分鐘", "15 to 720 minutes"),
        ({"held_on": "114.2.30"}, "沒有這一天", "no such day"),
        ({"held_on": "2024-01-01"}, "不得早於今日", "cannot lie in the past"),
        ({"place": ""}, "請填寫「開會地點」", "Fill in “Place”"),
    ],
)
def test_a_notice_that_cannot_be_sent_is_shown_again(
    visit: Visit, change: dict[str, str], zh: str, en: str
) -> None:
    meeting = factories.called_meeting()

    for language, words in zip(LANGUAGES, (zh, en), strict=True):
        answer = visit("office").post(at(meeting, "notice/change/", language), CHANGE | change)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert Meeting.objects.get().notice == 1


def test_a_notice_with_nothing_new_says_what_to_tick(visit: Visit) -> None:
    meeting = factories.called_meeting()
    same = {"held_on": "2025-06-02", "begins_at": "14:00", "minutes": "120", "place": "Room 1"}

    assert visit("office").post(at(meeting, "notice/change/"), same).status_code == 422
    assert visit("office").post(at(meeting, "notice/change/"), same | {"agenda": "on"}).status_code == 302


def test_a_cancelled_meeting_says_so_and_why_to_its_members(visit: Visit) -> None:
    meeting = factories.called_meeting()
    assert visit("office").post(at(meeting, "cancellation/"), {"why": ""}).status_code == 422

    assert visit("office").post(at(meeting, "cancellation/"), {"why": "颱風"}).status_code == 302

    assert "颱風" in text_of(visit("member-02"), at(meeting))
    assert "This meeting was cancelled." in text_of(visit("member-02"), at(meeting, language="/en"))
    calendar = visit("member-02").get(at(meeting, "calendar.ics")).content
    assert b"METHOD:CANCEL" in calendar


def test_a_report_is_listed_and_moved_up(visit: Visit) -> None:
    meeting, client = factories.called_meeting(), visit("office")
    for title in ("甲報告", "乙報告"):
        topic = {"step": "list", "kind": "report", "title_zh": title}
        assert client.post(at(meeting, "agenda/"), topic).status_code == 302
    second = meeting.items.get(title_zh="乙報告").pk

    assert client.post(at(meeting, "agenda/"), {"step": "up", "item": second}).status_code == 302
    assert client.post(at(meeting, "agenda/"), {"step": "up", "item": second}).status_code == 302, (
        "the first stays"
    )

    assert list(meeting.items.values_list("title_zh", flat=True)) == ["乙報告", "甲報告"]
    assert client.post(at(meeting, "agenda/"), {"step": "up", "item": "x"}).status_code == 400
    assert client.post(at(meeting, "agenda/"), {"step": "list", "kind": "motion"}).status_code == 422


def test_an_item_without_a_case_has_its_page(visit: Visit) -> None:
    meeting = factories.called_meeting()
    act = list_item(factories.acting("office"), meeting.pk, Topic("report", "甲報告", "Report A"))

    page = text_of(visit("member-02"), f"/en/items/{act.subject.split('/')[1]}/")

    assert "Report A" in page


def test_a_member_answers_and_answers_again(visit: Visit) -> None:
    meeting, client = factories.called_meeting(), visit("member-02")

    assert client.post(at(meeting, "reply/"), {"answer": "leave", "cause": ""}).status_code == 422
    assert client.post(at(meeting, "reply/"), {"answer": "leave", "cause": "出國"}).status_code == 302
    assert "您已回覆：請假" in text_of(client, at(meeting, "reply/"))
    assert client.post(at(meeting, "reply/"), {"answer": "accepted"}).status_code == 302

    assert "You answered: Will attend" in text_of(client, at(meeting, "reply/", "/en"))
    assert Reply.objects.count() == 2


def test_an_expert_is_told_that_nobody_can_come_instead(visit: Visit) -> None:
    meeting = factories.called_meeting()

    assert "nobody can come in your place" in text_of(visit("member-20"), at(meeting, "reply/", "/en"))
    assert "it may send somebody" in text_of(visit("member-02"), at(meeting, "reply/", "/en"))


def test_the_office_has_no_answer_to_give(visit: Visit) -> None:
    assert visit("office").get(at(factories.called_meeting(), "reply/")).status_code == 403


def test_a_sheet_sent_as_it_was_filled_in_writes_what_members_answered(visit: Visit) -> None:
    meeting = factories.called_meeting()
    reply(factories.acting("member-03"), meeting.pk, "accepted")
    reply(factories.acting("member-20"), meeting.pk, "leave", "in hospital")
    page = visit("office").get(at(meeting, "attendance/")).content.decode()
    third, twentieth = (factories.seats()[number - 1].pk for number in (3, 20))
    assert page.count("checked") == 2

    filled_in = {f"status_{third}": "present", f"status_{twentieth}": "leave"}
    assert visit("office").post(at(meeting, "attendance/"), filled_in).status_code == 302

    rows = Attendance.objects.order_by("appointment__seat__number").values_list("status", "cause")
    assert list(rows) == [("present", ""), ("leave", "in hospital")]


def test_an_agency_calls_its_own_panel(visit: Visit) -> None:
    panel = Body.objects.get(kind=Body.Kind.PANEL, agency__code="moea")
    assert panel.name_zh in text_of(visit("agency-moea"), "/meetings/new/")

    answer = visit("agency-moea").post("/meetings/new/", CHANGE | {"kind": "regular"})

    assert answer.status_code == 302
    assert Meeting.objects.get().body == panel
    assert Act.objects.latest("seq").kind == "meeting.called"
    assert "可辦理" in text_of(visit("agency-moea"), at(Meeting.objects.get()))
