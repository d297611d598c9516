"""Pre-announcing, answering comments, and announcing, as forms."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.cases.models import Comment, PreAnnouncement
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.register.models import Announcement
from coretech.apps.register.queries import history, in_force
from tests import factories
from tests.web.page_text import text_of, words_of

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
Announce = Callable[..., "Answer"]
DRAFT = {
    "document_number": "示範字第1號",
    "published_on": "114.6.2",
    "comments_until": "2025-08-01",
    "once": "key-1",
}
NEXT_DAY = factories.DAY + dt.timedelta(days=1)
NOTICE = {
    "document_number": "院示範字第2號",
    "announced_on": "2025-06-03",
    "effective_on": "114.6.3",
    "once": "key-1",
}
CONFIRM = {"step": "confirm"}


@pytest.fixture(scope="module")
def _approved(shared_stage: DjangoDbBlocker) -> list[str]:
    with shared_stage.unblock():
        found = (factories.renaming(), factories.addition())
        return [factories.approved_case(each).reference for each in found]


@pytest.fixture
def approved(stage: None, _approved: list[str]) -> list[str]:  # noqa: ARG001 - asked for, not read
    """The references of the renaming and the addition, which the council has approved."""
    return _approved


def published(reference: str, days: int = 60) -> PreAnnouncement:
    """The pre-announcement of one case."""
    day = factories.DAY
    draft = Draft((reference,), f"示範字第{reference}號", day, day + dt.timedelta(days=days))
    pre_announce(factories.acting("office"), draft)
    return PreAnnouncement.objects.get(cases__reference=reference)


@pytest.fixture
def found(approved: list[str]) -> Comment:
    """A comment on the renaming."""
    draft = published(approved[0])
    act = comment(factories.acting("public"), draft.pk, "請釐清適用範圍。", "某公司", "0900-000-000")
    return Comment.objects.get(pk=int(act.subject.split("/")[1]))


@pytest.fixture
def announce(visit: Visit, approved: list[str]) -> Announce:
    """Send the notice of both cases, with some of it otherwise, on the day after the last day for comments."""
    client = visit("announcer")
    for reference in approved:
        published(reference, days=0)
    set_demo_day(NEXT_DAY)

    def send(**otherwise: object) -> "Answer":
        return client.post("/cases/announcement/", NOTICE | {"references": approved} | otherwise)

    return send


def test_approved_cases_are_pre_announced_together_once(visit: Visit, approved: list[str]) -> None:
    client, sent = visit("office"), DRAFT | {"references": approved}
    assert factories.NEW_NAME in text_of(client, "/cases/pre-announcement/")

    answers = [client.post("/cases/pre-announcement/", sent) for _ in range(2)]

    draft = PreAnnouncement.objects.get()
    assert {answer.headers["Location"] for answer in answers} == {f"/pre-announcements/{draft.pk}/"}
    assert {case.reference for case in draft.cases.all()} == set(approved)


def test_the_case_the_address_names_is_ticked(visit: Visit, approved: list[str]) -> None:
    page = visit("office").get(f"/en/cases/pre-announcement/?case={approved[0]}").text

    assert page.count(" checked") == 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("references", [], "請選擇「一併辦理的案件」。"),
        ("document_number", "", "請填寫「預告文號」。"),
        ("published_on", "2025-06-31", "在曆法上沒有這一天"),
        ("published_on", "2025-06-03", "預告日期不得晚於今日"),
        ("comments_until", "soon", "不是日期"),
        ("comments_until", "2025-06-01", "意見截止日不得早於今日"),
    ],
)
def test_a_pre_announcement_that_cannot_be_is_told_and_not_published(
    visit: Visit, approved: list[str], field: str, value: object, sentence: str
) -> None:
    answer = visit("office").post(
        "/cases/pre-announcement/", DRAFT | {"references": approved[:1]} | {field: value}
    )

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not PreAnnouncement.objects.exists()


def test_a_case_that_is_not_approved_is_not_published(visit: Visit) -> None:
    case = factories.draft_case(factories.renaming())

    answer = visit("office").post("/cases/pre-announcement/", DRAFT | {"references": [case.reference]})

    assert answer.status_code == 409
    assert not PreAnnouncement.objects.exists()


@pytest.mark.parametrize("username", ["public", "agency-nstc", "member-02", "administrator"])
def test_nobody_else_publishes_or_answers(visit: Visit, found: Comment, username: str) -> None:
    client = visit(username)

    pages = ("/cases/pre-announcement/", "/cases/announcement/", "/comments/", f"/comments/{found.pk}/")
    assert [client.get(page).status_code for page in pages] == [403] * 4
    assert client.post(pages[3], {"disposition": "noted", "reply": "x"}).status_code == 403
    found.refresh_from_db()
    assert found.disposition == ""


def test_the_office_does_not_announce_and_the_announcer_does_not_pre_announce(visit: Visit) -> None:
    assert visit("office").get("/cases/announcement/").status_code == 403
    assert visit("announcer").get("/cases/pre-announcement/").status_code == 403


def test_a_comment_is_answered_once_and_leaves_the_list(visit: Visit, found: Comment) -> None:
    client = visit("office")
    assert "共1則，待回覆1則" in text_of(client, "/comments/")
    assert "0900-000-000" in text_of(client, f"/en/comments/{found.pk}/")
    sent = {
        "disposition": "partly",
        "reply": "已於說明補充。",
        "published_text": found.text,
        "once": "key-1",
    }

    answers = [client.post(f"/comments/{found.pk}/", sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert "沒有待回覆的意見" in text_of(client, "/comments/")
    assert "部分採納" in text_of(client, "/comments/?all=1")
    assert "已於說明補充。" in text_of(client, f"/comments/{found.pk}/")
    assert client.post(f"/comments/{found.pk}/", sent | {"once": "key-2"}).status_code == 409


def test_an_answer_without_disposition_or_reply_is_told(visit: Visit, found: Comment) -> None:
    answer = visit("office").post(f"/comments/{found.pk}/", {})

    assert answer.status_code == 422
    assert "請選擇「處理結果」。" in answer.text
    assert "請填寫「理由」。" in answer.text
    assert visit("office").get("/comments/999999/").status_code == 404


def test_a_case_whose_comments_still_run_is_shown_closed(visit: Visit, approved: list[str]) -> None:
    published(approved[0])

    words = text_of(visit("announcer"), "/cases/announcement/")

    assert "尚不能辦理的案件" in words
    assert "意見徵求期間至民國114年8月1日止" in words


def test_an_announcement_is_read_once_more_before_it_is_final(announce: Announce) -> None:
    review = announce()

    words = words_of(review.content)
    assert review.status_code == 200
    assert "變更第12項 看第12項 現行名稱 太空規格主動式相位陣列天線技術" in words
    assert f"草案名稱 {factories.NEW_NAME}" in words
    assert f"新增一項 草案名稱 {factories.NEW_TECHNOLOGY}" in words
    assert "民國114年6月3日（2025-06-03）" in words
    assert Announcement.objects.count() == 1


def test_the_announcement_changes_the_list_once(announce: Announce) -> None:
    answers = [announce(**CONFIRM) for _ in range(2)]

    assert [answer.headers["Location"] for answer in answers] == ["/changes/"] * 2
    assert Announcement.objects.count() == 2
    assert [version.name_zh for version in history(12)][-1] == factories.NEW_NAME
    assert [version.item.number for version in in_force(NEXT_DAY)][-1] == 23
    assert in_force(factories.DAY)[11].name_zh == "太空規格主動式相位陣列天線技術"


def test_the_answers_can_be_changed_before_it_is_final(announce: Announce) -> None:
    page = announce(step="change")

    assert page.status_code == 200
    assert 'value="院示範字第2號"' in page.text
    assert page.text.count(" checked") == 2
    assert Announcement.objects.count() == 1


@pytest.mark.parametrize("step", [{}, CONFIRM])
@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("references", [], "請選擇「一併辦理的案件」。"),
        ("announced_on", "2025-06-02", "公告日期應在意見截止日（2025-06-02）之後"),
        ("announced_on", "2025-06-04", "公告日期不得晚於今日"),
        ("effective_on", "114.6.2", "生效日不得早於公告日"),
        ("effective_on", "114.6.31", "在曆法上沒有這一天"),
    ],
)
def test_an_announcement_that_cannot_be_is_told_on_either_page(
    announce: Announce, field: str, value: object, sentence: str, step: dict[str, str]
) -> None:
    answer = announce(**{field: value} | step)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert Announcement.objects.count() == 1
