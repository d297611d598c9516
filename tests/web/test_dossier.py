"""The dossier's parts as forms: writing, drafts, rows, two browsers, offers, versions, remarks."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from coretech.apps.audit.models import Act
from coretech.apps.cases.content_json import as_json, content_of
from coretech.apps.cases.evidence import Offer
from coretech.apps.cases.facts import newest_parts
from coretech.apps.cases.models import Case, Part, PartDraft
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.register.offers import offers_for
from tests import factories
from tests.factories import lists_factories
from tests.factories.dossier_factories import OFFICER, address, draft, write
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
LEVEL = {"level": "confidential", "stamp": ""}
BOTH = ("", "/en")


def form(based_on: str = "0", **answers: str) -> dict[str, str]:
    """What a browser sends of a form."""
    return LEVEL | {"based_on": based_on, "do": "write"} | answers


def kept(case: Case, name: str) -> dict[str, Any]:
    """What the newest version says."""
    return as_json(content_of(newest_parts(case)[name]))


def drafted() -> dict[str, Any]:
    """What the one draft says."""
    answers: dict[str, Any] = PartDraft.objects.get().content["form"]
    return answers


def test_a_part_is_written_once_and_the_next_page_knows_its_version(visit: Visit) -> None:
    case, client = draft(), visit(OFFICER)
    page = address(case, "description")
    sent = form(what="衛星用。", readiness="6", once="key-1")

    answers = [client.post(page, sent) for _ in range(2)]

    assert {answer.headers["Location"] for answer in answers} == {f"/cases/{case.reference}/dossier/"}
    assert Part.objects.get().content["readiness"] == "6"
    assert "目前為第1版" in text_of(client, page)
    assert "Saving makes version 2" in text_of(client, f"/en{page}")
    assert "6：在相關環境展示" in text_of(client, f"/cases/{case.reference}/dossier/")


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", factories.PARTS)
def test_every_part_has_its_form_in_both_languages(visit: Visit, name: str, language: str) -> None:
    case = draft()

    page = text_of(visit(OFFICER), language + address(case, name))

    assert ("先存草稿" if language == "" else "Keep a draft") in page


def test_rows_are_sent_kept_and_shown_as_a_table(visit: Visit) -> None:
    case, client = draft(), visit(OFFICER)
    rows = {
        "parameters-0-name": "解析度",
        "parameters-0-comparator": "le",
        "parameters-0-value": "0.5",
        "parameters-0-unit": "公尺",
        "parameters-7-name": "幅寬",
    }

    client.post(address(case, "characteristics"), form(**rows))

    found = kept(case, "characteristics")["parameters"]
    assert [row["name"] for row in found] == ["解析度", "幅寬"]
    assert "關鍵參數" in text_of(client, f"/cases/{case.reference}/dossier/")


def test_the_statement_on_the_definition_is_ruled_on_from_its_claims(visit: Visit) -> None:
    case, client = draft(), visit(OFFICER)
    claims = {
        "national_security-claimed": "on",
        "defence-claimed": "on",
        "defence-argument": "飛彈靠它。",
        "defence-evidence-0-what": " ",
    }

    live = client.post(address(case, "definition", "draft/"), form(**claims))
    client.post(address(case, "definition"), form(**claims))

    assert "流出將重大損害國家安全" in words_of(live.content)
    assert "主張「第1款：國防需要」，但沒有佐證。" in words_of(live.content)
    part = Part.objects.get()
    assert (part.harms, part.limbs) == (["national_security"], [1])


@pytest.mark.parametrize(
    ("part", "sent", "sentence"),
    [
        ("description", {"what": " "}, "請至少填寫一個欄位。"),
        ("description", {"what": "字" * 100_001}, "內容請在100000字以內。"),
        ("description", {"what": "x", "readiness": "10"}, "技術備妥度：請由列出的選項中選擇。"),
        ("description", {"what": "x", "level": "cosmic"}, "請由列出的機密等級中選擇。"),
        ("description", {"what": "x", "do": "take:nothing"}, "這筆資料已不在清單中。"),
        ("description", {"what": "x", "do": "add:what"}, "沒有這個表格"),
        ("characteristics", {"parameters-0-value": "many"}, "關鍵參數 第1列：數值：請填數字"),
        ("definition", {"defence-evidence-2-date": "114.2.30"}, "佐證 第1列：日期：請填日期"),
        ("other_references", {f"references-{place}-what": "x" for place in range(101)}, "最多100列"),
    ],
)
def test_a_part_that_cannot_be_is_told_and_not_written(
    visit: Visit, part: str, sent: dict[str, str], sentence: str
) -> None:
    case = draft()

    answer = visit(OFFICER).post(address(case, part), form(**sent))

    assert answer.status_code == 422
    assert sentence in words_of(answer.content)
    assert not Part.objects.exists()


def test_what_was_typed_stands_in_the_form_that_comes_back(visit: Visit) -> None:
    answer = visit(OFFICER).post(
        address(draft(), "characteristics"), form(distinctive="別丟掉我", **{"parameters-0-value": "many"})
    )

    assert "別丟掉我" in answer.text
    assert 'value="many"' in answer.text


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_a_form_that_does_not_say_what_it_began_from_is_not_taken(visit: Visit, version: str) -> None:
    answer = visit(OFFICER).post(address(draft(), "description"), form(what="x") | {"based_on": version})

    assert answer.status_code == 422
    assert not Part.objects.exists()


def test_a_draft_is_kept_by_a_button_comes_back_and_leaves_no_act(visit: Visit) -> None:
    case, client = draft(), visit(OFFICER)
    page, acts = address(case, "functions"), Act.objects.count()

    answer = client.post(page, form(does="寫到一半", do="draft"))

    assert answer.headers["Location"] == f"{page}#part-live"
    assert "寫到一半" in text_of(client, page)
    assert "寫到一半" not in text_of(visit("office"), page)
    assert "您有未交出的草稿" in text_of(client, f"/cases/{case.reference}/dossier/")
    assert "You have a draft" not in text_of(visit("office"), f"/en/cases/{case.reference}/dossier/")
    assert Act.objects.count() == acts
    client.post(address(case, "functions", "draft/discard/"))
    assert not PartDraft.objects.exists()


def test_a_draft_keeps_itself_and_says_so_or_says_why_not(visit: Visit) -> None:
    case, client = draft(), visit(OFFICER)
    save = address(case, "functions", "draft/")

    assert "草稿已自動保存" in words_of(client.post(save, form(does="一")).content)
    elsewhere = client.post(save, form(does="另一個視窗"))

    assert "您在另一個視窗改過這份草稿" in words_of(elsewhere.content)
    assert drafted()["does"] == "一"
    assert "100000" in words_of(client.post(save, form(does="字" * 100_001)).content)
    assert client.get(save).status_code == 405
    assert visit("agency-moea").post(save, form(does="x")).status_code in {403, 404}


def test_a_row_is_added_and_taken_out_by_buttons_and_nothing_typed_is_lost(visit: Visit) -> None:
    case, client = draft(), visit(OFFICER)
    page = address(case, "characteristics")
    rows = {"distinctive": "留著", "parameters-0-name": "甲", "parameters-1-name": "乙"}

    added = client.post(page, form(**rows, do="add:parameters"))
    assert added.headers["Location"] == f"{page}#parameters"
    assert "parameters-2-name" in client.get(page).content.decode()

    (stamp,) = re.findall(r'name="stamp" value="(\w+)"', client.get(page).content.decode())
    client.post(page, form(**rows, do="remove:parameters-0") | {"stamp": stamp})
    assert [row["name"] for row in drafted()["parameters"]] == ["乙"]
    assert drafted()["distinctive"] == "留著"


def test_the_second_of_two_browsers_sees_both_texts_and_chooses(visit: Visit) -> None:
    case, first = draft(), visit(OFFICER)
    write(case, "functions", {"does": "原文", "used_in": "原處"})
    page = address(case, "functions")
    write(case, "functions", {"does": "他人改的", "used_in": "他人改的去處"}, "office")

    answer = first.post(page, form("1", does="我改的", used_in="原處"))

    comparison = address(case, "functions", "comparison/")
    assert answer.headers["Location"] == comparison
    assert newest_parts(case)["functions"].version == 2
    for language in BOTH:
        shown = text_of(first, language + comparison)
        assert {each in shown for each in ("我改的", "他人改的", "原處", "他人改的去處")} == {True}
    assert first.get(page).headers["Location"] == comparison
    first.post(comparison, {"version": "2", "does": "mine"})
    assert (drafted()["does"], drafted()["used_in"]) == ("我改的", "他人改的去處")
    first.post(page, form("2", does="我改的", used_in="他人改的去處"))
    assert newest_parts(case)["functions"].version == 3
    assert not PartDraft.objects.exists()


def test_a_draft_that_says_what_was_saved_anyway_goes_by_itself(visit: Visit) -> None:
    case, client = draft(), visit(OFFICER)
    write(case, "functions", {"does": "x"})
    client.post(address(case, "functions", "draft/"), form(does="x"))

    assert "目前為第1版" in text_of(client, address(case, "functions"))
    assert not PartDraft.objects.exists()


def offered(case: Case, kind: str) -> Offer:
    """The first thing of a kind that the officer is offered."""
    return next(each for each in offers_for(factories.acting(OFFICER), case) if each.kind == kind)


def test_something_offered_is_taken_over_by_one_click_and_only_then(visit: Visit) -> None:
    lists_factories.staged()
    case = factories.draft_case(factories.addition())
    client, page, offer = visit(OFFICER), address(case, "other_references"), offered(case, "foreign_list")
    for language in BOTH:
        assert offer.what in text_of(client, language + page)
    assert f"take:{offer.key}" in client.get(page).content.decode()
    assert not PartDraft.objects.exists()

    client.post(page, form(do=f"take:{offer.key}"))

    assert drafted()["references"] == [as_json(offer.as_reference())]


def test_what_is_offered_becomes_evidence_for_the_claim_that_was_chosen(visit: Visit) -> None:
    case = factories.draft_case(factories.addition())
    client, page, offer = visit(OFFICER), address(case, "definition"), offered(case, "register")

    assert client.post(page, form(do=f"take:{offer.key}", take_to="pride")).status_code == 422
    client.post(page, form(do=f"take:{offer.key}", take_to="leading_technology"))

    assert drafted()["leading_technology"]["evidence"] == [as_json(offer.as_evidence())]


def test_a_part_that_may_not_be_written_now_is_read_and_says_why(visit: Visit) -> None:
    case = factories.checked_case(factories.renaming())
    page = address(case, "description")

    assert "text of description" in text_of(visit(OFFICER), page)
    assert "須在「檢具資料中" in text_of(visit(OFFICER), page)
    assert visit(OFFICER).post(page, form(what="x")).status_code == 409


def test_an_old_part_in_plain_text_opens_in_the_form(visit: Visit) -> None:
    case = draft()
    write_part(factories.acting(OFFICER), case.reference, "functions", "舊的純文字。")

    shown = visit(OFFICER).get(address(case, "functions")).content.decode()

    assert "舊的純文字。</textarea>" in shown


def test_a_draft_is_not_kept_once_the_case_has_gone_on_and_the_page_says_so(visit: Visit) -> None:
    case = factories.checked_case(factories.renaming())

    answer = visit(OFFICER).post(address(case, "functions", "draft/"), form(does="late"))

    assert "須在「檢具資料中" in words_of(answer.content)
    assert not PartDraft.objects.exists()
