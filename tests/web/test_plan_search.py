"""Searching all plans: words of either script, agencies under any of their names, years."""

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from coretech.apps.plans.bundled import load_plans
from coretech.apps.plans.searching import Search, search
from tests.factories import plans_factories
from tests.web.page_text import text_of


@pytest.fixture(autouse=True, scope="module")
def _plans(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        load_plans()


pytestmark = pytest.mark.usefixtures("stage")


def found(words: str = "", agency: str = "", year: int | None = None) -> list[tuple[str, int]]:
    """Where what is found stands: its plan and its line."""
    return [(each.version.plan.slug, each.row.line) for each in search(Search(words, agency, year)).found]


def test_simplified_words_find_what_traditional_ones_do() -> None:
    assert found("半导体") == found("半導體") != []


def test_all_plans_are_searched_and_every_word_must_stand_there() -> None:
    assert len({plan for plan, _ in found("計畫")}) > 1
    assert set(found("科技 人才")) == set(found("科技")) & set(found("人才"))
    assert found("科技 沒有這樣的詞") == []


def test_an_agency_is_found_under_any_of_its_names() -> None:
    rows = search(Search(agency="nstc")).found
    names = {name for each in rows for name in each.agencies}

    assert {"科技部", "經濟部"} <= names
    assert all({"科技部", "國科會"} & set(each.agencies) for each in rows)


def test_a_year_leaves_work_that_is_done_in_it() -> None:
    before = plans_factories.taken_over(plans_factories.programme())
    rows = [each for each in search(Search(year=112)).found if each.version.plan == before]

    assert "辦理示範應用並推廣" in [getattr(each.row, "text", "") for each in rows]
    assert "建置共用平台及資料庫" not in [getattr(each.row, "text", "") for each in rows]


def test_sentences_of_an_imported_plan_are_found_and_lead_to_their_measure() -> None:
    plans_factories.taken_over(plans_factories.programme())
    page = Client().get("/plans/search/", {"q": "共用平台及资料库"}).text

    assert "建置共用平台及資料庫" in page
    assert "/plans/programme-111-112/entries/measure-1-1/" in page


def test_what_is_found_is_told_in_both_languages_page_by_page() -> None:
    zh, en = (text_of(Client(), f"{way}/plans/search/?agency=moea&page=2") for way in ("", "/en"))

    assert "下一頁" in zh
    assert "Work item" in en
    assert "Ministry of Economic Affairs" in en


def test_nothing_found_tells_what_to_do() -> None:
    assert "找不到符合的項目" in text_of(Client(), "/plans/search/?q=沒有這樣的詞")
    assert "Nothing in the plans matches" in text_of(Client(), "/en/plans/search/?agency=none")


def test_nothing_asked_finds_nothing_and_says_nothing() -> None:
    page = Client().get("/plans/search/").text

    assert found() == []
    assert 'role="status"' not in page
    assert "國家發展委員會" in page


def test_the_list_of_plans_leads_to_the_search() -> None:
    assert 'action="/plans/search/"' in Client().get("/plans/").text


@pytest.mark.parametrize("asked", ["year=x", "year=0", f"q={'字' * 101}"])
def test_what_cannot_be_asked_is_told(asked: str) -> None:
    assert Client().get(f"/plans/search/?{asked}").status_code == 422
