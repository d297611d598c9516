"""Asking stakeholders and seeing who has answered, as the case's agency and the Office do; nobody else may."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.translation import override

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.cases.models import Case, Consultation
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from coretech.readers.seats.csv_text import read_csv
from coretech.readers.seats.ods import read_ods
from tests import factories
from tests.factories import consultation_factories as made
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]

FIELDS = {
    "group": "academia",
    "name": "陳示範",
    "organisation": "示範大學",
    "email": "chen@example.org",
    "text": "此技術在學界的現況？\n請舉例。",
    "level": "internal",
    "answer_by": "114.6.20",
}


@pytest.fixture
def case(visit: Visit) -> Case:  # noqa: ARG001 - for the day it sets
    return factories.draft_case(factories.renaming())


def board(case: Case, prefix: str = "") -> str:
    return f"{prefix}/cases/{case.reference}/consultations/"


def test_the_board_says_who_has_answered_and_which_group_was_not_asked(visit: Visit, case: Case) -> None:
    made.asked_in(case)
    made.answered(made.asked_in(case, group="research", name="吳示範"))

    chinese = text_of(visit("agency-nstc"), board(case))
    english = text_of(visit("office"), board(case, "/en"))

    assert "林示範示範衛星公司 產業 待回復" in chinese
    assert "尚未徵詢：政府、學術。" in chinese
    assert "Not asked yet: Government, Academia." in english
    assert "Answered" in english


def test_a_question_is_checked_before_it_is_sent(visit: Visit, case: Case) -> None:
    browser = visit("agency-nstc")
    where = f"{board(case)}new/"

    check = words_of(browser.post(where, FIELDS).content)
    assert "尚未寄出" in check
    assert "民國114年6月20日（2025-06-20）" in check
    assert not Consultation.objects.exists()

    sent = browser.post(where, {**FIELDS, "step": "confirm", "once": "key-1"}, follow=True)
    assert "已寄出徵詢。" in words_of(sent.content)
    found = Consultation.objects.get()
    assert (found.group, found.level, found.answer_by) == ("academia", "internal", dt.date(2025, 6, 20))


def test_what_was_typed_comes_back_on_change_and_with_its_error(visit: Visit, case: Case) -> None:
    browser = visit("office")
    where = f"{board(case)}new/"

    changed = browser.post(where, {**FIELDS, "step": "change"}).content.decode()
    wrong = browser.post(where, {**FIELDS, "email": "nobody", "answer_by": "114.6.1"})

    assert 'value="chen@example.org"' in changed
    assert wrong.status_code == 422
    assert "請填寫可用的電子郵件地址" in words_of(wrong.content)
    assert 'value="陳示範"' in wrong.content.decode()
    assert not Consultation.objects.exists()


def test_the_next_question_may_start_from_an_earlier_one_of_the_case_alone(visit: Visit, case: Case) -> None:
    first = made.asked_in(case)
    other = made.asked_in(factories.draft_case(factories.addition()), text="別案的問題")
    where = f"{board(case)}new/?like="

    assert made.QUESTION.text in text_of(visit("office"), f"{where}{first.pk}")
    assert "別案的問題" not in text_of(visit("office"), f"{where}{other.pk}")
    assert first.name not in text_of(visit("office"), f"{where}{first.pk}")


def test_one_consultation_shows_its_answer_and_its_consent(visit: Visit, case: Case) -> None:
    found = made.asked_in(case)
    made.answered(found, confidential=True, consent="group")

    chinese = text_of(visit("agency-nstc"), f"/consultations/{found.pk}/")
    english = text_of(visit("office"), f"/en/consultations/{found.pk}/")

    assert made.ANSWER.text in chinese
    assert f"{found.number}-A1" in chinese
    assert "Only my group may be told" in english


def test_reminding_and_closing_are_one_press_each(visit: Visit, case: Case) -> None:
    found = made.asked_in(case)
    browser, where = visit("agency-nstc"), f"/consultations/{found.pk}/"

    reminded = browser.post(where, {"step": "remind", "once": "key-1"}, follow=True)
    assert "已寄出提醒。" in words_of(reminded.content)
    assert "已提醒過一次" in text_of(browser, where)
    refused = browser.post(where, {"step": "close", "once": "key-2", "why": ""})
    assert refused.status_code == 422
    assert "請寫明撤回的理由" in words_of(refused.content)

    set_demo_day(made.LAST_DAY + dt.timedelta(days=1))
    closed = browser.post(where, {"step": "close", "once": "key-3", "why": ""}, follow=True)
    assert "徵詢已結束。" in words_of(closed.content)
    assert "逾期無意見" in text_of(browser, board(case))


@pytest.mark.parametrize("username", ["public", "member-01", "announcer", "administrator"])
def test_nobody_else_sees_who_was_asked(visit: Visit, case: Case, username: str) -> None:
    found = made.asked_in(case)
    browser = visit(username)

    for where in (board(case), f"{board(case)}new/", f"/consultations/{found.pk}/", "/comments/table/csv/"):
        with override("zh-hant"):
            response = browser.get(where)
        assert response.status_code in {302, 403, 404}
        assert found.name not in response.content.decode()
    assert browser.post(f"/consultations/{found.pk}/", {"step": "remind"}).status_code in {403, 404}


def test_the_office_is_told_what_to_take_out_of_a_comment_before_it_is_published(visit: Visit) -> None:
    received = made.commented("請說明。王大明 a@example.org", "王大明")
    browser, where = visit("office"), f"/comments/{received.pk}/"
    given = {"disposition": "noted", "reply": "已說明。"}

    assert "含有個人資料：送件人姓名或機構「王大明」、電子郵件地址「a@example.org」" in text_of(
        browser, where
    )
    wrong = browser.post(where, {**given, "published_text": received.text, "once": "a"})
    assert wrong.status_code == 422
    assert "含有個人資料，不得公開" in words_of(wrong.content)
    browser.post(where, {**given, "published_text": "請說明。○○○", "once": "b"})

    public = text_of(visit("public"), f"/pre-announcements/{received.pre_announcement_id}/")
    assert "請說明。○○○" in public
    assert "王大明" not in public
    assert "a@example.org" not in public


def test_all_comments_go_out_as_a_table_without_their_senders(visit: Visit) -> None:
    received = made.commented("=1+1 請說明", "王大明", "0912-345-678")
    dispose_comment(factories.acting("office"), received.pk, "noted", "已說明。")
    office = visit("office")

    csv = office.get("/comments/table/csv/").content
    grids = [read_csv(csv), read_ods(office.get("/comments/table/ods/").content)]

    for grid in grids:
        number, text, published, disposition = (grid.lines[1].cells[place] for place in (1, 3, 4, 5))
        assert (number, text, published, disposition) == (
            str(received.pk),
            "=1+1 請說明",
            "=1+1 請說明",
            "noted",
        )
    assert "王大明" not in csv.decode()
    assert "0912" not in csv.decode()
    assert office.get("/comments/table/pdf/").status_code == 404
