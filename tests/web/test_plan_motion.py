"""The pages of plans in motion: tree, measure, Gantt, money, who does what, indicators; in both languages."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from coretech.apps.plans.bundled import load_plans
from coretech.apps.reports.bundled import load_indicators
from tests.web.page_text import text_of

PROGRAMME, PLAN, ANNUAL = "programme-110-113", "plan-110-113", "annual-109"
MEASURE = f"/plans/{PROGRAMME}/entries/measure-1-1/"
SVG = "image/svg+xml"


@pytest.fixture(autouse=True, scope="module")
def _plans(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        load_plans()
        load_indicators()


pytestmark = pytest.mark.usefixtures("stage")


def page(address: str) -> str:
    return text_of(Client(), address)


def queries(address: str) -> int:
    Client().get(address)
    with CaptureQueriesContext(connection) as seen:
        assert Client().get(address).status_code == 200
    return len(seen)


def test_the_tree_leads_from_industry_to_work_item() -> None:
    zh, en = page(f"/plans/{PROGRAMME}/"), page(f"/en/plans/{PROGRAMME}/")

    assert "民生及戰備產業" in zh
    assert "工作項目（" in zh
    assert "關鍵元件與電路技術之理論探索" in zh
    assert "109/12–110/4" in zh
    assert "2020-12 – 2021-04" in en
    assert "Work items (" in en


def test_no_page_of_a_plan_asks_the_database_for_each_row() -> None:
    assert queries(f"/plans/{PROGRAMME}/") <= 32
    assert queries(f"/plans/{PROGRAMME}/indicators/") <= 20
    assert queries(f"/plans/{PROGRAMME}/gantt/?detail=all") <= 20
    assert queries(MEASURE) <= 40
    assert queries("/plans/agencies/moea/") <= 20


@pytest.mark.parametrize("slug", [PROGRAMME, PLAN, ANNUAL])
@pytest.mark.parametrize(
    "below", ["", "indicators/", "gantt/", "indicators/export/csv", "indicators/export/ods"]
)
def test_every_plan_has_every_page_in_both_languages(slug: str, below: str) -> None:
    assert Client().get(f"/plans/{slug}/{below}").status_code == 200
    assert Client().get(f"/en/plans/{slug}/{below}").status_code == 200


def test_a_measure_shows_its_indicators_and_its_schedule() -> None:
    zh, en = page(MEASURE), page(f"/en{MEASURE}")

    assert "高端半導體製程技術（指標 1.1.1）" in zh
    assert "累計，件" in zh
    assert "應開始而未開始" in zh
    assert "cumulative, 件" in en


def test_an_indicator_shows_its_formula_and_that_it_is_proposed() -> None:
    zh = page(f"/plans/{PROGRAMME}/indicators/target-1.1.1/")
    en = page(f"/en/plans/{PROGRAMME}/indicators/target-1.1.1/")

    assert "系統建議，待管考機關確認" in zh
    assert "本年無目標" in zh
    assert "累計值已含前年" in zh
    assert "無目標" in zh
    assert "A cumulative figure contains the years before it" in en
    assert "累計 2 件（第1460行）" in zh


def test_the_charts_are_pictures_without_scripts() -> None:
    for address in ("indicators/chart.svg", "indicators/target-1.1.1/chart.svg", "cost/chart.svg"):
        answer = Client().get(f"/plans/{PROGRAMME}/{address}")

        assert answer.status_code == 200
        assert answer["Content-Type"] == SVG
        assert answer.content.startswith(b"<svg")
        assert b"<script" not in answer.content


def test_what_a_plan_costs_counts_no_money_twice() -> None:
    zh = page(f"/plans/{PROGRAMME}/cost/")

    assert "1,131.86" in zh
    assert "同一筆錢只計一次" in zh
    assert Client().get(f"/plans/{ANNUAL}/cost/").status_code == 404


def test_an_agency_finds_all_it_does_over_all_plans() -> None:
    zh, en = page("/plans/agencies/nstc/"), page("/en/plans/agencies/nstc/")

    assert "科技部(工程司)" in zh
    assert "期程已過" in zh
    assert "Past their schedule" in en
    assert "科學技術發展計畫" in zh
    assert Client().get("/plans/agencies/nobody/").status_code == 404


def test_an_agency_with_much_to_do_has_it_on_pages() -> None:
    first, second = page("/plans/agencies/moea/"), page("/plans/agencies/moea/?page=2")

    assert "下一頁" in first
    assert "措施、策略與產業" in first
    assert "措施、策略與產業" not in second
