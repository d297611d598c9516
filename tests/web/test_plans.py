"""The pages of the state's plans, in both languages."""

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from coretech.apps.plans.bundled import load_plans
from coretech.apps.plans.queries import version_of
from coretech.readers.plan_files.formats import MEDIA_TYPES, Format
from tests.factories import plans_factories
from tests.web.page_text import text_of

PROGRAMME, PLAN, ANNUAL = "programme-110-113", "plan-110-113", "annual-109"


@pytest.fixture(autouse=True, scope="module")
def _plans(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        load_plans()


pytestmark = pytest.mark.usefixtures("stage")


def page(address: str) -> str:
    return text_of(Client(), address)


def test_every_plan_is_listed_with_its_counts() -> None:
    zh, en = page("/plans/"), page("/en/plans/")

    assert "六大核心戰略產業推動方案" in zh
    assert "110–113年（2021–2024）" in zh
    assert "2021–2024 (ROC 110–113)" in en
    assert "605" in zh


def test_a_programme_shows_its_measures_and_what_they_cost() -> None:
    zh, en = page(f"/plans/{PROGRAMME}/"), page(f"/en/plans/{PROGRAMME}/")

    assert "高端半導體製程技術" in zh
    assert "1,131.86" in zh
    assert "本站只載事實" in zh
    assert "Only facts are kept here" in en
    assert version_of(PROGRAMME).source_sha256 in en


def test_a_plan_shows_its_tree_and_its_tables() -> None:
    shown = page(f"/plans/{PLAN}/")

    assert "精進育才環境，創造競才優勢" in shown
    assert "1.1 打造育才競才環境" in shown
    assert "全國研發經費分配" in shown


def test_an_annual_plan_shows_its_programmes() -> None:
    assert "基礎科學研究計畫" in page(f"/plans/{ANNUAL}/")


def test_a_measure_shows_its_work_in_both_calendars_its_agencies_and_its_figures() -> None:
    zh = page(f"/plans/{PROGRAMME}/entries/measure-1-1/")
    en = page(f"/en/plans/{PROGRAMME}/entries/measure-1-1/")

    assert "109年12月至110年4月" in zh
    assert "2020-12至2021-04" in zh
    assert "2020-12 to 2021-04" in en
    assert "ROC 109/12 to 110/4" in en
    assert "科技部(工程司)" in zh
    assert "無目標" in zh
    assert "累計 2 件" in zh
    assert "218" in zh


def test_a_strategy_shows_what_is_below_it() -> None:
    shown = page(f"/plans/{PLAN}/entries/strategy-1.1.1/")

    assert "1.1.1.5" in shown
    assert "科技部、經濟部" in shown


def test_a_programme_of_the_year_shows_its_lines() -> None:
    assert "lines 142 to 179" in page(f"/en/plans/{ANNUAL}/entries/programme-1/")


def test_findings_are_told_with_their_lines_in_both_languages() -> None:
    assert "第1922、3781行" in page(f"/plans/{PLAN}/findings/")
    assert "lines 1922, 3781" in page(f"/en/plans/{PLAN}/findings/")


def test_a_row_leads_to_the_finding_about_it() -> None:
    shown = Client().get(f"/plans/{PLAN}/entries/strategy-3.1.4/").text

    assert 'href="#finding-' in shown
    assert 'id="finding-' in shown


def test_a_table_of_numbers_is_shown_as_printed() -> None:
    shown = page(f"/plans/{PLAN}/tables/table-1/")

    assert "新台幣億元" in shown
    assert "1,181" in shown


@pytest.mark.parametrize("form", Format)
def test_a_plan_goes_out_in_each_format(form: Format) -> None:
    answer = Client().get(f"/plans/{PROGRAMME}/export/{form}")

    assert (answer.status_code, answer["Content-Type"]) == (200, MEDIA_TYPES[form])
    assert f"{PROGRAMME}-v1." in answer["Content-Disposition"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/plans/none/", 404),
        (f"/plans/{PLAN}/?version=9", 404),
        (f"/plans/{PLAN}/entries/measure-9.9.9.9/", 404),
        (f"/plans/{PLAN}/tables/table-99/", 404),
        (f"/plans/{PLAN}/export/docx", 404),
        (f"/plans/{PLAN}/export/csv?table=budget", 422),
    ],
)
def test_what_is_not_there_is_told(address: str, status: int) -> None:
    for before in ("", "/en"):
        assert Client().get(f"{before}{address}").status_code == status


def test_an_earlier_version_stays_to_be_seen() -> None:
    plans_factories.taken_over(plans_factories.programme())
    plans_factories.taken_over(plans_factories.corrected())

    assert "第2版" in page("/plans/programme-111-112/")
    assert "第1版" in page("/plans/programme-111-112/?version=1")
    assert plans_factories.CORRECTED in page("/plans/programme-111-112/entries/measure-1-1/")


def test_words_of_a_document_are_never_taken_for_markup() -> None:
    raw = plans_factories.programme(plans_factories.measure("<script>alert(1)</script>製程 10<sup>-9</sup>"))
    plans_factories.taken_over(raw)
    shown = Client().get("/plans/programme-111-112/entries/measure-1-1/").text

    assert "<script>alert" not in shown
    assert "10<sup>-9</sup>" in shown or "10 <sup>-9</sup>" in shown
