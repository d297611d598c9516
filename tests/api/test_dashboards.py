"""Dashboards through the API: the same rules, and each count with its list."""

import pytest

from coretech.apps.plans.models import Plan
from tests.api.caller import Caller, problem_of
from tests.api.conftest import OnDay
from tests.factories import dashboards_factories as made


@pytest.fixture
def plan(stage: None, on_day: OnDay) -> Plan:  # noqa: ARG001 - asked for, not read
    found = made.troubled()
    on_day(made.DAY)
    return found


def test_counts_are_the_lengths_of_their_lists(plan: Plan) -> None:
    for who, name in ((Caller.named("controller-1"), "controller"), (Caller(), "public")):
        shown = who.read(f"/dashboards/{name}")
        for each in shown["counts"]:
            listed = who.read(f"/dashboards/{name}/{each['kind']}")
            assert each["count"] == listed["count"] == len(listed["lines"])
            for of_plan in each["plans"]:
                narrowed = who.read(f"/dashboards/{name}/{each['kind']}?plan={plan.slug}")
                assert (of_plan["plan"], of_plan["count"]) == (plan.slug, narrowed["count"])
        assert shown["first"][0]["kind"] == "below-standard"
        assert not shown["demonstration"]


@pytest.mark.usefixtures("plan")
def test_a_dashboard_is_its_reader_s_alone() -> None:
    problem_of(Caller().get("/dashboards/controller"), 404)
    problem_of(Caller().get("/dashboards/public/overdue-sheets"), 404)
    problem_of(Caller().get("/dashboards/public/red?plan=none"), 404)
    problem_of(Caller.named("officer-moea").get("/dashboards/head/red"), 404)
