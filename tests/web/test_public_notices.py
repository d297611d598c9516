"""Pre-announcements and comments, as anybody meets them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import set_demo_day
from coretech.apps.cases.models import Comment, PreAnnouncement
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from tests import factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

OLD_NAME = "太空規格主動式相位陣列天線技術"
PUBLISHED = dt.date(2025, 11, 24)
LAST_DAY = PUBLISHED + dt.timedelta(days=60)
WORDS = {"text": "請說明適用範圍。", "sender": "示範大學", "contact": "a@example.invalid", "once": "key-1"}


@pytest.fixture
def standing_at(stage: None, settings: Settings, tmp_path: Path) -> Callable[[dt.date], None]:  # noqa: ARG001 - the stage is asked for, not read
    """``standing_at(day)``: let the site's clock stand at a day, as the demonstration does."""
    settings.CORETECH_DEMO, settings.CORETECH_HOME = True, tmp_path
    return set_demo_day


@pytest.fixture
def draft(standing_at: Callable[[dt.date], None]) -> PreAnnouncement:
    """The renaming of item 12, open to comments, a week after it was published."""
    case = factories.pre_announced_case(factories.renaming(), PUBLISHED)
    standing_at(PUBLISHED + dt.timedelta(days=7))
    return PreAnnouncement.objects.get(cases=case)


def received(draft: PreAnnouncement, text: str) -> int:
    """The id of a comment sent the day after."""
    day = PUBLISHED + dt.timedelta(days=1)
    act = comment(factories.acting("public", day), draft.pk, text, "某甲", "0900-000-000")
    return int(act.subject.split("/")[1])


def test_a_draft_says_what_would_change_in_both_languages(client: Client, draft: PreAnnouncement) -> None:
    chinese, english = (
        text_of(client, f"/pre-announcements/{draft.pk}/"),
        text_of(client, f"/en/pre-announcements/{draft.pk}/"),
    )

    assert f"現行名稱 {OLD_NAME} 草案名稱 {factories.NEW_NAME}" in chinese
    assert draft.document_number in chinese
    assert "意見徵求至民國115年1月23日（2026-01-23）當日止" in chinese
    assert "Item 12 changes" in english
    assert "Open for comments" in english


@pytest.mark.parametrize("address", ["/", "/en/", "/pre-announcements/", "/en/pre-announcements/"])
def test_an_open_draft_is_in_sight(client: Client, draft: PreAnnouncement, address: str) -> None:
    assert draft.document_number in text_of(client, address)


def test_with_nothing_pre_announced_the_page_says_so(client: Client) -> None:
    assert "目前沒有任何預告" in text_of(client, "/pre-announcements/")


def test_a_comment_is_received_and_thanked_for(client: Client, draft: PreAnnouncement) -> None:
    response = client.post(f"/pre-announcements/{draft.pk}/", WORDS, follow=True)

    assert response.redirect_chain == [(f"/pre-announcements/{draft.pk}/thanks/", 302)]
    assert "感謝您的意見" in response.content.decode()
    assert Comment.objects.values_list("text", "sender", "contact").get() == (
        WORDS["text"],
        WORDS["sender"],
        WORDS["contact"],
    )


def test_the_same_form_sent_twice_is_one_comment(client: Client, draft: PreAnnouncement) -> None:
    statuses = [client.post(f"/pre-announcements/{draft.pk}/", WORDS).status_code for _ in range(2)]

    assert statuses == [302, 302]
    assert Comment.objects.count() == 1


def test_a_key_no_form_of_ours_would_send_does_no_harm(client: Client, draft: PreAnnouncement) -> None:
    answer = client.post(f"/pre-announcements/{draft.pk}/", WORDS | {"once": "a\x00b" * 100})

    assert answer.status_code == 302


def test_the_page_with_the_form_is_kept_by_no_cache(client: Client, draft: PreAnnouncement) -> None:
    assert "no-store" in client.get(f"/pre-announcements/{draft.pk}/").headers["Cache-Control"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"text": ""}, "請填寫「意見」"),
        ({"text": "字" * 5001}, "5000字以內"),
        ({"text": "a\x00b"}, "意見"),
        ({"sender": "名" * 121}, "最多120個字"),
    ],
)
def test_a_comment_that_cannot_be_taken_comes_back_with_a_sentence(
    client: Client, draft: PreAnnouncement, changed: dict[str, str], sentence: str
) -> None:
    response = client.post(f"/pre-announcements/{draft.pk}/", WORDS | changed)

    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert 'value="a@example.invalid"' in page
    assert 'name="once" value="key-1"' in page
    assert not Comment.objects.exists()


def test_after_the_last_day_no_comment_is_taken(
    client: Client, draft: PreAnnouncement, standing_at: Callable[[dt.date], None]
) -> None:
    standing_at(LAST_DAY + dt.timedelta(days=1))

    page = text_of(client, f"/pre-announcements/{draft.pk}/")
    sent = client.post(f"/pre-announcements/{draft.pk}/", WORDS)

    assert "徵求意見已截止" in page
    assert "意見徵求期間至民國115年1月23日止，已截止。" in page
    assert "送出意見" not in page
    assert sent.status_code == 409
    assert not Comment.objects.exists()


def test_an_answer_is_published_without_a_word_of_who_asked(client: Client, draft: PreAnnouncement) -> None:
    answered = received(draft, "請補充英文名稱。")
    received(draft, "這則尚未處理。")
    office = factories.acting("office", PUBLISHED + dt.timedelta(days=2))
    dispose_comment(office, answered, "accepted", "已補充。")
    client.force_login(Account.objects.get(username="office"))

    page = text_of(client, f"/pre-announcements/{draft.pk}/")

    assert "請補充英文名稱。 採納 已補充。" in page
    assert [word for word in ("某甲", "0900-000-000", "這則尚未處理。") if word in page] == []


@pytest.mark.parametrize("address", ["/pre-announcements/999999/", f"/pre-announcements/{10**30}/thanks/"])
def test_a_draft_that_never_was_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
