"""Portfolios and finds over the API: for the own agency, and judged as on the page."""

from collections.abc import Callable

import pytest

from coretech.apps.inventory.models import FindJudgement, Readiness
from tests import finds_factories as finds
from tests.api.caller import Caller, problem_of

Asks = Callable[[str], Caller]

pytestmark = pytest.mark.usefixtures("stage")


def test_an_officer_reads_the_queue_judges_and_sees_what_it_tells(caller: Asks) -> None:
    portfolio, officer = finds.screened(), caller(finds.OFFICER)
    assert [each["id"] for each in officer.get("/portfolios").json()] == [portfolio.pk]
    waiting = officer.get(f"/portfolios/{portfolio.pk}/queue").json()
    find = waiting[0]["find"]

    officer.done(f"/finds/{find}/judgements", {"verdict": "accepted"})
    officer.done(f"/finds/{find}/readiness", {"level": 4, "evidence": "測試報告"})

    assert (FindJudgement.objects.get().find_id, Readiness.objects.get().level) == (find, 4)
    shown = officer.get(f"/portfolios/{portfolio.pk}").json()
    assert (shown["accepted"], shown["judged"], shown["agreement"]["kappa"]) == (1, 1, None)
    assert officer.get(f"/finds/{find}").json()["verdict"] == "accepted"


def test_a_reason_is_needed_to_set_a_find_aside(caller: Asks) -> None:
    find = finds.best_of(finds.screened())

    told = caller(finds.OFFICER).post(f"/finds/{find.pk}/judgements", {"verdict": "set_aside"})

    problem_of(told, 422)


@pytest.mark.parametrize(("username", "status"), [("office", 403), ("agency-moea", 404)])
def test_nobody_else_reads_a_portfolio_or_a_find(caller: Asks, username: str, status: int) -> None:
    portfolio, asking = finds.screened(), caller(username)

    problem_of(asking.get(f"/portfolios/{portfolio.pk}"), status)
    problem_of(asking.get(f"/finds/{finds.best_of(portfolio).pk}"), status)
