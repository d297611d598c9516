"""Dashboards: what needs attention first, and numbers that lead to what they count; in both languages."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.plans.models import Plan
from coretech.apps.reports.models import BudgetFigure
from coretech.apps.supplies.attention import RULES
from tests.factories import dashboards_factories as made
from tests.web.page_text import text_of

Visit = Callable[[str], Client]


@pytest.fixture
def plan(visit: Visit) -> Plan:  # noqa: ARG001 - it sets the stage
    found = made.troubled()
    set_demo_day(made.DAY)
    return found


def page(client: Client, where: str) -> str:
    return client.get(where).content.decode()


def links(client: Client, where: str) -> list[tuple[str, int]]:
    """The numbers that lead to lists, with where each leads."""
    found = re.findall(r'href="(/(?:en/)?dashboard/[^"]+/[^"]+/[^"]*)">([\d,]+)</a>', page(client, where))
    return [(href.replace("&amp;", "&"), int(number.replace(",", ""))) for href, number in found]


@pytest.mark.parametrize(
    ("username", "title", "english"),
    [
        ("controller-1", "管考機關儀表板", "The controller’s dashboard"),
        ("head-moea", "機關首長儀表板", "The minister’s dashboard"),
        ("officer-moea", "承辦人儀表板", "The officer’s dashboard"),
        ("public", "計畫執行概況", "How the plans are going"),
    ],
)
@pytest.mark.usefixtures("plan")
def test_each_reader_comes_to_their_own_dashboard(
    visit: Visit, username: str, title: str, english: str
) -> None:
    client = visit(username)

    assert title in text_of(client, "/dashboard/")
    assert english in text_of(client, "/en/dashboard/")
    assert "先看這幾件" in text_of(client, "/dashboard/")


def test_what_needs_attention_leads_to_its_record(visit: Visit, plan: Plan) -> None:
    client = visit("controller-1")
    shown = page(client, "/en/dashboard/")

    hrefs = re.findall(r'class="govuk-link ct-few__name" href="([^"]+)"', shown)
    assert hrefs[:2] == ["/en/supplies/coal/", f"/en/plans/{plan.slug}/entries/measure-1-1/"]
    assert any(href.startswith("/en/sheets/") for href in hrefs)
    assert any(href.startswith("/en/issues/") for href in hrefs)
    assert "3 work items overdue, 1 indicator behind, the officer says green" in shown


@pytest.mark.parametrize("start", ["/dashboard/", "/en/dashboard/"])
@pytest.mark.parametrize("username", ["controller-1", "officer-moea", "public"])
@pytest.mark.usefixtures("plan")
def test_every_number_leads_to_a_list_of_that_length(visit: Visit, username: str, start: str) -> None:
    client = visit(username)

    found = links(client, start)

    assert found
    for href, number in found:
        assert page(client, href).count('<th scope="row"') == number


@pytest.mark.usefixtures("plan")
def test_the_public_reads_no_word_of_what_is_unpublished(visit: Visit) -> None:
    client = visit("public")

    shown = page(client, "/dashboard/public/")

    assert "填報逾期" not in shown
    assert "議題" not in shown
    assert client.get("/dashboard/public/overdue-sheets/").status_code == 404
    assert client.get("/dashboard/controller/").status_code == 404
    assert client.get("/dashboard/controller/red/").status_code == 404
    assert client.get("/dashboard/emperor/").status_code == 404
    assert client.get("/dashboard/public/purple/").status_code == 404
    assert client.get("/dashboard/public/red/?plan=none").status_code == 404


def test_a_list_tells_of_one_plan_alone_where_asked(visit: Visit, plan: Plan) -> None:
    made.another()
    client = visit("controller-1")

    assert "21 in all" in text_of(client, "/en/dashboard/controller/red/")
    assert "1 in all" in text_of(client, f"/en/dashboard/controller/red/?plan={plan.slug}")
    assert "20 in all" in text_of(client, "/en/dashboard/controller/red/?plan=second&page=99")


@pytest.mark.usefixtures("visit")
def test_without_any_report_the_page_says_so(visit: Visit) -> None:
    assert "尚無已發布的填報" in text_of(visit("public"), "/dashboard/")


@pytest.mark.usefixtures("plan")
def test_a_page_asks_a_fixed_number_of_queries(visit: Visit) -> None:
    client = visit("controller-1")

    def asked() -> int:
        client.get("/dashboard/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/dashboard/")
        return len(queries)

    once = asked()
    made.another()

    assert asked() == once
    assert once < 3 * len(RULES) + 15


@pytest.mark.usefixtures("plan")
def test_made_up_figures_are_told_as_such(visit: Visit) -> None:
    assert "示範資料" not in text_of(visit("public"), "/dashboard/")

    BudgetFigure.objects.create(
        **BudgetFigure.objects.filter(stage="spent").values("plan_id", "element_key", "year", "stage").get(),
        source="fund",
        amount=1,
        document="示範",
        demonstration=True,
        recorded_at=made.by().at,
    )

    assert "示範資料" in text_of(visit("public"), "/dashboard/")
    assert "Demonstration figures" in text_of(visit("controller-1"), "/en/dashboard/")
