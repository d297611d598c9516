"""The pages of coordination: raising an issue, its steps, a special meeting in the room, and the way back."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.reports.models import CoordinationIssue
from tests.factories import cycle_factories as cycle
from tests.factories import issues_factories as made
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _on_the_day_of_the_cycle(visit: Visit) -> None:  # noqa: ARG001 - it keeps the clock in a folder of the test
    set_demo_day(made.DAY)


def send(client: Client, address: str, **given: object) -> str:
    """What the page after a form says."""
    response = client.post(address, given, follow=True)
    assert response.status_code == 200, words_of(response.content)
    return words_of(response.content)


def test_an_issue_goes_from_the_sheet_to_its_close_by_its_pages(visit: Visit) -> None:
    opened = cycle.opened()
    sheet, plan = opened.sheet(), opened.plan
    officer, controller = visit("officer-moea"), visit("controller-1")
    page = f"/plans/{plan.slug}/issues/new/?sheet={sheet.pk}&element=measure-1-1"
    assert "示範平台" in text_of(officer, page)
    said = send(officer, page, kind="budget", title="經費不足", text="請協調追加。")
    assert "議題已提出" in said

    issue = CoordinationIssue.objects.get()
    assert (issue.sheet_id, issue.element_key, issue.raised_by.code) == (sheet.pk, "measure-1-1", "moea")
    here = f"/issues/{issue.pk}/"
    assert "經費不足" in text_of(officer, f"/sheets/{sheet.pk}/")
    assert "經費不足" in text_of(officer, f"/plans/{plan.slug}/entries/measure-1-1/")
    public = text_of(Client(), f"/plans/{plan.slug}/entries/measure-1-1/")
    assert "協調議題" not in public
    assert "指定議題的主辦機關：經費不足" in text_of(controller, "/work/")
    said = send(controller, f"{here}owner/", owner="motc", due_on="111.5.31", note="請評估。", seen="1")
    assert "已指定主辦機關與期限" in said
    assert "交通部" in said
    assert "辦理協調議題並回報：經費不足" in text_of(visit("officer-motc"), "/work/")
    assert "已回報" in send(visit("officer-motc"), f"{here}answer/", note="可以勻支。", seen="2")
    decided = {"text": "由交通部勻支。", "owner": "motc", "due_on": "2022-05-31", "seen": "3"}
    assert "決定已登錄" in send(controller, f"{here}decision/", **decided)
    assert "議題已結案" in send(controller, f"{here}close/", note="已勻支。", seen="4")
    english = text_of(controller, f"/en{here}")
    for words in ("Closed", "由交通部勻支。", "Ministry of Transportation", "Answered by the owner"):
        assert words in english


def test_a_form_sent_on_what_moved_since_is_refused_and_bad_input_stays_on_the_page(visit: Visit) -> None:
    issue = made.taken(cycle.controlled())
    controller = visit("controller-1")
    given = {"owner": "motc", "due_on": "111.5.31", "note": "x"}

    assert controller.post(f"/issues/{issue.pk}/owner/", {**given, "seen": "1"}).status_code == 409
    wrong = controller.post(f"/issues/{issue.pk}/owner/", {**given, "due_on": "110.1.1", "seen": "2"})
    assert wrong.status_code == 422
    assert "期限不得早於今日" in words_of(wrong.content)
    assert "須在「已決定，執行中」時辦理" in text_of(controller, f"/issues/{issue.pk}/close/")


def test_a_special_meeting_is_called_held_without_votes_and_its_words_come_back(visit: Visit) -> None:
    issue = made.taken(cycle.controlled())
    controller = visit("controller-1")
    page = text_of(controller, f"/issues/{issue.pk}/meeting/")
    assert "目前沒有尚未開始的專案會議" in page
    calling = f"/issues/meetings/new/?issue={issue.pk}"
    assert "送出後" in text_of(controller, calling)
    when = {"held_on": "2022-04-20", "begins_at": "14:00", "minutes": "60", "place": "第一會議室"}
    assert "接著請排入議題" in send(controller, calling, agencies=["moea", "motc"], **when)
    meeting = Meeting.objects.get(body__kind="coordination")
    assert "已排入專案會議" in send(controller, f"/issues/{issue.pk}/meeting/", meeting=meeting.pk, seen="2")

    item = made.now(issue).item
    assert item is not None
    set_demo_day(made.HELD)
    made.begun(meeting, item)
    room = text_of(controller, f"/items/{item.pk}/")
    assert "專案會議不表決" in room
    for words in ("宣布表決", "得表決", "未申報", "法定人數"):
        assert words not in room
    member = text_of(visit("officer-motc"), f"/en/meetings/{meeting.pk}/")
    assert made.TITLE in member
    for words in ("agreement", "Declare", "Is there a quorum", "May vote"):
        assert words not in member
    hall = text_of(Client(), f"/screen/{meeting.screen_key}/")
    assert made.TITLE not in hall

    by = cycle.acting("controller-1", made.HELD)
    adopt_without_objection(by, item.pk, asked=True)
    close_meeting(by, meeting.pk)
    draft_minutes(by, meeting.pk)
    assert "登錄會議對議題的決定" in text_of(controller, "/work/")
    assert "照案通過。" in text_of(controller, f"/issues/{issue.pk}/decision/")
    assert "Approved" in text_of(controller, f"/en/issues/{issue.pk}/")
    assert "交通部" in text_of(controller, f"/meetings/{meeting.pk}/minutes/")


def test_the_list_shows_first_what_is_overdue_or_without_an_owner(visit: Visit) -> None:
    plan = cycle.controlled()
    made.taken(plan)
    made.raised(plan)
    set_demo_day(dt.date(2022, 6, 1))
    page = text_of(visit("controller-2"), "/issues/")

    assert page.index("先看這幾則") < page.index("逾期") < page.index("尚未指定")
    assert "Overdue" in text_of(visit("controller-2"), "/en/issues/")


@pytest.mark.parametrize("username", ["office", "member-05", "moea-controller-1"])
def test_nobody_else_reads_or_steps(visit: Visit, username: str) -> None:
    issue = made.taken(cycle.controlled())
    client = visit(username)

    for address in (f"/issues/{issue.pk}/", f"/issues/{issue.pk}/owner/", f"/issues/{issue.pk}/decision/"):
        assert client.get(address).status_code in {403, 404}
