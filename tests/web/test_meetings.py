"""The list of meetings, calling one, and a meeting's own page."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.models import Act
from coretech.apps.meetings.models import Meeting
from tests import factories

Visit = Callable[[str], Client]

CALL = {
    "held_on": "114.6.20",
    "begins_at": "14:00",
    "minutes": "120",
    "place": "Room 1",
    "kind": "regular",
    "once": "k",
}
LANGUAGES = [("", "國家核心關鍵技術審議會"), ("/en", "Core Key Technology Council")]


def text(client: Client, page: str) -> str:
    answer = client.get(page)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(("language", "words"), LANGUAGES)
@pytest.mark.parametrize("username", ["office", "member-03"])
def test_the_office_and_the_members_read_the_list(
    visit: Visit, username: str, language: str, words: str
) -> None:
    factories.called_meeting()

    page = text(visit(username), f"{language}/meetings/")

    assert words in page
    assert ("114年度第1次會議" if language == "" else "Meeting 1 of 2025 (ROC 114)") in page


def test_an_officer_sees_no_meeting_of_the_council_on_the_list(visit: Visit) -> None:
    meeting = factories.called_meeting()

    assert f"/meetings/{meeting.pk}/" not in text(visit("agency-nstc"), "/meetings/")
    assert visit("agency-nstc").get(f"/meetings/{meeting.pk}/").status_code == 404


@pytest.mark.parametrize("username", ["public", "announcer", "administrator"])
def test_nobody_else_learns_of_a_meeting(visit: Visit, username: str) -> None:
    meeting = factories.called_meeting()
    client = visit(username)

    assert client.get("/meetings/").status_code == 403
    assert client.get(f"/meetings/{meeting.pk}/").status_code == 404
    assert client.get(f"/meetings/{meeting.pk}/attendance/").status_code == 404
    assert client.get("/meetings/new/").status_code == 403


@pytest.mark.parametrize("number", ["0", "999999999", "99999999999999999999999"])
def test_a_meeting_that_is_not_there_is_not_found(visit: Visit, number: str) -> None:
    assert visit("office").get(f"/meetings/{number}/").status_code == 404


def test_the_office_calls_a_meeting_by_a_roc_date(visit: Visit) -> None:
    answer = visit("office").post("/meetings/new/", CALL)

    meeting = Meeting.objects.get()
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/meetings/{meeting.pk}/"
    assert meeting.held_on.isoformat() == "2025-06-20"


def test_calling_twice_with_one_key_calls_one_meeting(visit: Visit) -> None:
    client = visit("office")

    answers = [client.post("/meetings/new/", CALL) for _ in range(2)]

    assert Meeting.objects.count() == 1
    assert answers[0].headers["Location"] == answers[1].headers["Location"]


@pytest.mark.parametrize(
    ("field", "value", "zh", "en"),
    [
        ("held_on", "114.2.30", "曆法上沒有這一天", "There is no such day as 114.2.30"),
        ("held_on", "soon", "不是日期", "is not a date"),
        ("held_on", "2025-06-01", "不得早於今日", "cannot lie in the past"),
        ("held_on", "2031-06-01", "沒有在職委員", "Nobody is in office"),
        ("place", "", "請填寫「開會地點」", "Fill in “Place”"),
        ("kind", "secret", "會議種類", "Kind of meeting"),
    ],
)
def test_a_bad_notice_is_told_in_both_languages_and_kept(
    visit: Visit, field: str, value: str, zh: str, en: str
) -> None:
    client = visit("office")

    for language, words in (("", zh), ("/en", en)):
        answer = client.post(f"{language}/meetings/new/", CALL | {field: value})
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert 'value="114.6.20"' in answer.content.decode() or field == "held_on"
    assert not Meeting.objects.exists()


def test_a_member_cannot_call_a_meeting_but_the_convener_can(visit: Visit) -> None:
    assert visit("member-03").post("/meetings/new/", CALL).status_code == 403
    assert visit("member-01").post("/meetings/new/", CALL).status_code == 302


def test_a_meeting_without_an_agenda_says_why_it_cannot_open(visit: Visit) -> None:
    meeting = factories.called_meeting()

    page = text(visit("office"), f"/meetings/{meeting.pk}/")

    assert "議程尚無議案" in page
    assert "尚未登錄出席情形" in page
    assert 'aria-disabled="true"' in page


def test_a_members_page_begins_with_the_members_own_tasks(visit: Visit) -> None:
    meeting = factories.called_meeting()
    item = factories.listed_item(factories.checked_case(factories.addition()), meeting)

    page = text(visit("member-07"), f"/en/meetings/{meeting.pk}/")

    assert 'href="/en/agreement/"' in page
    assert f'href="/en/items/{item.pk}/declare/"' in page
    assert page.index("What you have to do") < page.index("Agenda")
    assert "Open the meeting" not in page


def test_the_office_opens_and_closes_a_meeting_once_each(visit: Visit) -> None:
    meeting = factories.called_meeting()
    item = factories.listed_item(factories.checked_case(factories.addition()), meeting)
    members = factories.attend(meeting, 13)
    client = visit("office")
    page = f"/meetings/{meeting.pk}/"

    for _ in range(2):
        assert client.post(page, {"step": "open", "once": "o"}).status_code == 302
    assert client.post(page, {"step": "close", "once": "c"}).status_code == 409
    factories.declare_none(item, members)
    factories.vote(item, {member.pk: "for" for member in members})
    assert client.post(page, {"step": "close", "once": "d"}).status_code == 302

    assert Act.objects.filter(kind="meeting.opened").count() == 1
    assert Meeting.objects.get().state == "closed"
    assert "由召集人主持" in text(client, page)


def test_a_member_cannot_open_a_meeting(visit: Visit) -> None:
    meeting = factories.called_meeting()

    assert visit("member-03").post(f"/meetings/{meeting.pk}/", {"step": "open"}).status_code == 403


def test_an_unknown_step_is_a_bad_request(visit: Visit) -> None:
    meeting = factories.called_meeting()

    assert visit("office").post(f"/meetings/{meeting.pk}/", {"step": "adjourn"}).status_code == 400
