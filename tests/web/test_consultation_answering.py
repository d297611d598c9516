"""A stakeholder answers by the link alone: terms, a question a page, check, receipt; and what a wrong link says."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.cases.models import Consultation, ConsultationAnswer
from coretech.apps.cases.operations.close_consultation import close_consultation
from tests import factories
from tests.factories import consultation_factories as made
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]

ALL = {
    "agreed": "on",
    "text": "外流將影響三家廠商。\n請納入管制。",
    "consent": "group",
    "confidential": "yes",
}


@pytest.fixture
def asked(visit: Visit) -> Consultation:  # noqa: ARG001 - for the day it sets
    return made.asked()


@pytest.fixture
def public(visit: Visit) -> Client:
    return visit("public")


def link(found: Consultation, prefix: str = "") -> str:
    return f"{prefix}/consultation/{made.secret(found)}/"


def send(client: Client, found: Consultation, fields: dict[str, str], status: int = 200) -> str:
    """The words of the page that follows."""
    response = client.post(link(found), fields)
    assert response.status_code == status
    return words_of(response.content)


def test_the_first_page_says_who_asks_by_when_and_on_what_terms_but_not_yet_the_question(
    public: Client, asked: Consultation
) -> None:
    chinese, english = text_of(public, link(asked)), text_of(public, link(asked, "/en"))

    assert "國家科學及技術委員會請您就一項技術提供意見" in chinese
    assert "民國114年6月16日（2025-06-16）" in chinese
    assert "Asked by National Science and Technology Council: your view on a technology" in english
    assert "Last day to answer" in english
    assert asked.question not in chinese + english
    assert asked.email not in chinese + english


def test_each_page_leads_to_the_next_and_the_last_gives_a_receipt(
    public: Client, asked: Consultation
) -> None:
    assert "請勾選「我已閱讀並同意以上條款」" in send(public, asked, {"step": "terms"}, 422)
    assert asked.question in send(public, asked, {"step": "terms", "agreed": "on"})
    assert "請填寫「您的意見」" in send(public, asked, {"step": "view", "agreed": "on"}, 422)
    assert "可以如何引用" in send(public, asked, {"step": "view", "agreed": "on", "text": ALL["text"]})
    assert "有沒有機密內容" in send(public, asked, ALL | {"step": "consent", "confidential": ""})
    check = send(public, asked, ALL | {"step": "level"})
    assert "送出前確認" in check
    assert "僅標示類別" in check
    assert not ConsultationAnswer.objects.exists()

    response = public.post(link(asked), {"step": "check", "once": "key-1", **ALL}, follow=True)

    page = words_of(response.content)
    assert f"收據編號{asked.number}-A1" in page.replace(" ", "")
    answer = ConsultationAnswer.objects.get()
    assert (answer.text.splitlines(), answer.consent, answer.confidential) == (
        ["外流將影響三家廠商。", "請納入管制。"],
        "group",
        True,
    )


def test_the_same_check_page_sent_twice_is_one_answer(public: Client, asked: Consultation) -> None:
    for _ in range(2):
        assert public.post(link(asked), {"step": "check", "once": "key-1", **ALL}).status_code == 302

    assert ConsultationAnswer.objects.count() == 1


def test_a_change_comes_back_to_the_check_page_with_everything_kept(
    public: Client, asked: Consultation
) -> None:
    first = public.post(link(asked), {"change": "consent", **ALL}).content.decode()
    assert 'name="checked" value="1"' in first
    assert 'value="group" checked' in first

    page = send(public, asked, ALL | {"step": "consent", "checked": "1", "consent": "named"})

    assert "送出前確認" in page
    assert "可具名引用" in page
    assert "請納入管制。" in page


def test_an_answer_is_changed_by_the_same_link_starting_from_what_was_said(
    public: Client, asked: Consultation
) -> None:
    made.answered(asked)
    assert "修改意見" in text_of(public, link(asked))

    assert made.ANSWER.text in send(public, asked, {"step": "terms", "agreed": "on"})
    public.post(link(asked), {"step": "check", **ALL, "text": "無意見"})

    assert list(asked.answers.values_list("text", flat=True)) == [made.ANSWER.text, "無意見"]


@pytest.mark.parametrize("left_out", ["agreed", "text", "consent", "confidential"])
def test_pages_cannot_be_skipped(public: Client, asked: Consultation, left_out: str) -> None:
    page = send(public, asked, ALL | {"step": "check", left_out: ""})

    assert "送出前確認" not in page
    assert not ConsultationAnswer.objects.exists()


@pytest.mark.parametrize("step", ["", "nowhere", "check"])
def test_a_sending_out_of_order_starts_over(public: Client, asked: Consultation, step: str) -> None:
    assert "填答條款" in send(public, asked, {"step": step})


def test_a_choice_that_is_not_offered_is_refused(public: Client, asked: Consultation) -> None:
    page = send(public, asked, ALL | {"step": "consent", "consent": "maybe"}, 422)

    assert "請由列出的選項中選擇" in page


def test_after_the_last_day_the_link_says_so_and_names_the_receipt(
    public: Client, asked: Consultation
) -> None:
    receipt = made.answered(asked)
    set_demo_day(made.LAST_DAY + dt.timedelta(days=1))

    page = text_of(public, link(asked), 409)

    assert "已截止" in page
    assert receipt in page
    assert asked.question not in page
    assert public.post(link(asked), {"step": "check", **ALL}).status_code == 409
    assert "the period is over" in text_of(public, link(asked, "/en"), 409)


def test_a_wrong_link_and_a_withdrawn_one_lead_to_the_same_page(public: Client, asked: Consultation) -> None:
    close_consultation(factories.acting("office"), asked.pk, "wrong address")

    pages = {
        text_of(public, where, 404) for where in (link(asked), "/consultation/guessed/", "/consultation/密/")
    }

    assert len(pages) == 1
    assert "此連結無法使用" in pages.pop()


def test_the_pages_are_kept_by_no_cache(public: Client, asked: Consultation) -> None:
    assert "no-store" in public.get(link(asked)).headers["Cache-Control"]


def test_answering_again_and_again_is_told_to_wait(public: Client, asked: Consultation) -> None:
    for _ in range(10):
        made.answered_now(asked)

    assert "請求過於頻繁" in send(public, asked, ALL | {"step": "check"}, 429)
