"""The pages of what plans cost: the board, its figures, recording and restating, files, and the share of GDP."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.plans.models import Plan
from coretech.apps.reports.models import BudgetFigure
from tests.factories import budgets_factories as made
from tests.factories import cycle_factories as cycle
from tests.factories import plans_factories
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]


@pytest.fixture
def plan(visit: Visit) -> Plan:  # noqa: ARG001 - it keeps the clock in a folder of the test
    """The small programme, controlled, on the day of the cycle."""
    set_demo_day(cycle.FIRST)
    return cycle.controlled()


def test_the_board_tells_first_what_differs_and_every_amount_leads_to_its_figures(
    plan: Plan, visit: Visit
) -> None:
    figure = made.a_year(plan)
    here = f"/plans/{plan.slug}/budgets/"
    page = text_of(visit("controller-1"), here)

    assert page.index("先看這幾項") < page.index("怎麼算")
    assert "實支超過可支用數 10 千元" in page
    assert "相差 -50,000 元" in page
    assert "需求" in page
    assert "101.9 %" in page
    assert "需求" not in text_of(Client(), here)
    assert "Requested" not in text_of(Client(), f"/en{here}")
    measure = f"/plans/{plan.slug}/entries/{made.MEASURE}/"
    assert "需求 " in text_of(visit("controller-1"), measure)
    assert "需求 " not in text_of(Client(), measure)
    inside = text_of(Client(), f"{here}?year=111&entry=industry-1")
    assert "示範平台" in inside
    assert made.DOCUMENT in text_of(Client(), f"{here}{figure.element_key}/111/")
    assert "sum of what is below" not in text_of(Client(), f"/en{here}{figure.element_key}/111/")


def test_the_board_asks_the_database_no_more_for_more_figures(plan: Plan) -> None:
    made.a_year(plan)
    Client().get(f"/plans/{plan.slug}/budgets/")
    with CaptureQueriesContext(connection) as seen:
        Client().get(f"/plans/{plan.slug}/budgets/")
    assert len(seen) <= 12


def test_the_chart_is_drawn_and_a_plan_without_figures_says_so(plan: Plan) -> None:
    assert "還沒有登錄任何經費數字" in text_of(Client(), f"/plans/{plan.slug}/budgets/")
    made.a_year(plan)

    chart = Client().get(f"/plans/{plan.slug}/budgets/chart.svg")
    assert chart["Content-Type"].startswith("image/svg+xml")
    assert b"<svg" in chart.content


def test_an_officer_records_and_restates_for_the_own_agency(plan: Plan, visit: Visit) -> None:
    client, here = visit("officer-moea"), f"/plans/{plan.slug}/budgets/"
    given = {
        "element": made.MEASURE,
        "agency": "moea",
        "year": "111",
        "stage": "statutory",
        "source": "general",
    }
    wrong = client.post(f"{here}new/", {**given, "amount": "-5", "document": "x"})
    assert wrong.status_code == 422
    assert "請填0以上的數字" in words_of(wrong.content)
    assert client.post(f"{here}new/", {**given, "amount": "1,200", "document": "x"}).status_code == 302
    figure = BudgetFigure.objects.get()
    assert figure.amount == 1200

    restating = f"{here}figures/{figure.pk}/restate/"
    assert "現有金額：1,200千元" in text_of(client, restating)
    assert client.post(restating, {"amount": "1100", "document": "y", "why": "刪減"}).status_code == 302
    page = text_of(client, f"{here}{made.MEASURE}/111/")
    assert "已由後一筆取代" in page
    assert "取代前一筆：刪減" in page
    assert client.get(restating).status_code == 409


def test_a_file_is_seen_before_it_is_taken_over_and_its_faults_are_told_by_cell(
    plan: Plan, visit: Visit
) -> None:
    client, here = visit("controller-1"), f"/plans/{plan.slug}/budgets/import/"
    bad = SimpleUploadedFile("x.csv", made.file_of(f"{made.MEASURE},,111,法定,無,{made.DOCUMENT},"))
    assert "第2列「E2 金額（千元） amount」欄" in words_of(client.post(here, {"file": bad}).content)
    good = SimpleUploadedFile("x.csv", made.file_of(f"{made.MEASURE},,111,法定,500,{made.DOCUMENT},"))
    shown = client.post(here, {"file": good})
    assert "將寫入的內容" in words_of(shown.content)
    assert not BudgetFigure.objects.exists()
    hidden = dict(re.findall(r'name="(step|seen|kept)" value="([^"]*)"', shown.content.decode()))
    assert client.post(here, hidden).status_code == 302
    assert BudgetFigure.objects.get().amount == 500
    csv = Client().get(f"/plans/{plan.slug}/budgets/export/csv")
    assert made.DOCUMENT in csv.content.decode("utf-8-sig")
    assert Client().get(f"/plans/{plan.slug}/budgets/export/xls").status_code == 404


@pytest.mark.usefixtures("plan")
def test_the_share_of_gdp_is_shown_with_its_line_and_a_scenario_of_one_s_own() -> None:
    name = "science_and_technology_plan.json"
    slug = plans_factories.taken_over(plans_factories.facts(name), name).slug
    here = f"/plans/{slug}/projection/"
    page = text_of(Client(), here)

    assert "要在民國115年達到 0.7 %" in page
    assert "第4179行" in page
    assert "均與原表相符" in page
    own = text_of(Client(), f"/en{here}?gdp=3&budget=2")
    assert "The scenario's budget grows by 2 % a year" in own
    assert "less than the" in own
    wrong = Client().get(f"{here}?gdp=99")
    assert wrong.status_code == 422
    assert "年增率請填" in words_of(wrong.content)
    assert b"<svg" in Client().get(f"{here}chart.svg?gdp=3").content
