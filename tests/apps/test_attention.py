"""What asks for attention: each rule finds its own, numbers equal their lists, and each reader sees their own."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from coretech.apps.audit.acting import Acting
from coretech.apps.plans.models import Plan
from coretech.apps.reports.attention.dashboard import Dashboard, dashboard_of
from coretech.apps.reports.attention.rules import MOST, OF_A_KIND, Kind, Noted, the_few
from coretech.apps.reports.attention.scope import View, scope_of, views_of
from coretech.apps.reports.models import Evaluation, EvaluationFinding, ReportingPeriod
from coretech.apps.supplies.attention import RULE_OF, RULES
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from tests.factories import cycle_factories
from tests.factories import dashboards_factories as made

INSIDE = {Kind.OVERDUE_SHEET, Kind.OVERDUE_ISSUE, Kind.LATE_RETURN}
"""What the public is never told."""


def seen(view: View, by: Acting | None = None) -> Dashboard:
    return dashboard_of(scope_of(by or made.by(), view), RULES)


def counts(found: Dashboard) -> dict[Kind, int]:
    return {rule.kind: found.total(rule.kind) for rule in found.rules if found.total(rule.kind)}


def test_every_kind_has_one_rule_and_the_weights_differ() -> None:
    assert RULE_OF.keys() == set(Kind)
    weights = [rule.weight for rule in RULES if rule.weight]
    assert weights == sorted(set(weights), reverse=True)
    assert {rule.kind for rule in RULES if not rule.public} == INSIDE


@pytest.fixture
def plan(stage: None) -> Plan:  # noqa: ARG001 - asked for, not read
    return made.troubled()


def test_the_controller_sees_one_of_each_kind_the_heaviest_first(plan: Plan) -> None:
    found = seen(View.CONTROLLER)

    assert counts(found) == {
        Kind.BELOW_STANDARD: 1,
        Kind.RED: 1,
        Kind.OVERDUE_SHEET: 2,
        Kind.OVERDUE_ISSUE: 1,
        Kind.OWN_GREENER: 1,
        Kind.OVERDUE_FINDING: 1,
        Kind.LATE_RETURN: 1,
        Kind.UNDER_SPENT: 1,
    }
    weights = [RULE_OF[each.kind].weight for each in found.few]
    assert weights == sorted(weights, reverse=True)
    red = next(each for each in found.few if each.kind is Kind.RED)
    assert red.path == f"/plans/{plan.slug}/entries/measure-1-1/"
    assert red.reason == Sentence(
        "3項工作逾期、1項指標落後、承辦人判斷為綠燈",
        "3 work items overdue, 1 indicator behind, the officer says green",
    )
    assert found.names[plan.pk, "measure-1-1"]


@pytest.mark.usefixtures("plan")
def test_every_number_is_the_length_of_the_list_it_leads_to() -> None:
    for view in (View.CONTROLLER, View.PUBLIC):
        scope = scope_of(made.by(), view)
        found = dashboard_of(scope, RULES)
        for rule in found.rules:
            assert found.total(rule.kind) == len(rule.page(scope, 0, 99))
            for line in scope.plans.values():
                if rule.plan:
                    assert found.of_plan(rule.kind, line.id) == len(
                        rule.page(scope.of_slug(line.slug), 0, 99)
                    )


def test_the_public_is_told_what_is_published_and_nothing_else(plan: Plan) -> None:
    nobody = Acting(at=made.by().at)

    found = seen(View.PUBLIC, nobody)

    assert {rule.kind for rule in found.rules} == set(Kind) - INSIDE
    assert counts(found).keys() == {
        Kind.BELOW_STANDARD,
        Kind.RED,
        Kind.OWN_GREENER,
        Kind.OVERDUE_FINDING,
        Kind.UNDER_SPENT,
    }
    Evaluation.objects.filter(plan=plan).update(state="compiled")
    ReportingPeriod.objects.update(state="open")
    assert counts(seen(View.PUBLIC, nobody)).keys() == {Kind.BELOW_STANDARD}


@pytest.mark.usefixtures("plan")
def test_an_agency_sees_its_own_share_and_no_other() -> None:
    own, other = seen(View.OFFICER, made.by("officer-moea")), seen(View.HEAD, made.by("head-motc"))

    assert counts(own) == {
        Kind.RED: 1,
        Kind.OVERDUE_SHEET: 1,
        Kind.OWN_GREENER: 1,
        Kind.OVERDUE_FINDING: 1,
    }
    assert counts(other) == {Kind.OVERDUE_SHEET: 1, Kind.OVERDUE_ISSUE: 1}


@pytest.mark.usefixtures("plan")
def test_nobody_has_another_s_dashboard() -> None:
    assert views_of(made.by()) == [View.CONTROLLER, View.PUBLIC]
    assert views_of(made.by("head-moea")) == [View.HEAD, View.PUBLIC]
    for username, view in (
        ("officer-moea", View.CONTROLLER),
        ("officer-moea", View.HEAD),
        ("controller-1", View.OFFICER),
        ("office", View.CONTROLLER),
    ):
        with pytest.raises(Refused):
            scope_of(made.by(username), view)
    assert not scope_of(made.by("moea-controller-1"), View.CONTROLLER).plans


def test_a_finding_is_settled_by_what_its_agency_said_last(plan: Plan) -> None:
    found = EvaluationFinding.objects.get(evaluation__plan=plan)
    told = []
    for state in ("under_way", "done", "returned", "accepted"):
        made.followed(found, state)
        told.append(seen(View.CONTROLLER).total(Kind.OVERDUE_FINDING))

    assert told == [1, 0, 1, 0]


@pytest.mark.parametrize(("spent", "told"), [(79, 1), (80, 0), (100, 0)])
@pytest.mark.usefixtures("stage")
def test_less_than_four_fifths_of_what_was_passed_is_under_spent(spent: int, told: int) -> None:
    made.budget(cycle_factories.controlled(), spent)

    assert seen(View.CONTROLLER).total(Kind.UNDER_SPENT) == told


@pytest.mark.usefixtures("stage")
def test_money_is_held_against_the_revised_budget_and_a_restated_figure_counts_no_more() -> None:
    plan = cycle_factories.controlled()
    spent = made.budget(plan, spent=60)
    assert seen(View.CONTROLLER).total(Kind.UNDER_SPENT) == 1
    made.figure(plan, "revised", 70)
    assert seen(View.CONTROLLER).total(Kind.UNDER_SPENT) == 0
    made.figure(plan, "spent", 10, restates=spent)
    assert seen(View.CONTROLLER).total(Kind.UNDER_SPENT) == 1


@pytest.mark.usefixtures("stage")
def test_only_the_newest_published_period_is_told_and_nothing_before_its_day() -> None:
    plan = cycle_factories.controlled()
    made.standing(made.period(plan, 1, "published"), "red")
    made.standing(made.period(plan, 2, "published"), "amber", own="amber", behind=1)
    made.period(plan, 3, "open")

    on_time = seen(View.CONTROLLER, made.by(day=dt.date(2022, 10, 21)))
    late = seen(View.CONTROLLER, made.by(day=dt.date(2022, 10, 22)))

    assert counts(on_time) == {Kind.OUT_OF_PACE: 1, Kind.AMBER: 1}
    assert late.total(Kind.OVERDUE_SHEET) == 2


@pytest.mark.usefixtures("plan")
def test_more_plans_and_measures_ask_no_more_queries() -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            seen(View.CONTROLLER)
        return len(queries)

    once = asked()
    made.another()

    assert asked() == once
    assert once < 40


def noted(kind: Kind, path: str) -> Noted:
    return Noted(kind, Sentence("因", "why"), path)


WEIGHED = st.lists(
    st.tuples(st.sampled_from([kind for kind in Kind if RULE_OF[kind].weight]), st.integers(0, 40)),
    max_size=60,
).map(lambda pairs: [(RULE_OF[kind].weight, noted(kind, f"/{path}/")) for kind, path in pairs])


@given(WEIGHED)
def test_the_few_are_few_and_distinct_the_heaviest_first_and_no_kind_hides_another(
    found: list[tuple[int, Noted]],
) -> None:
    few = the_few(found)

    paths = [each.path for each in few]
    weights = [RULE_OF[each.kind].weight for each in few]
    assert len(few) == min(MOST, len({each.path for _, each in found}))
    assert len(set(paths)) == len(paths)
    assert weights == sorted(weights, reverse=True)
    for each in few:
        assert RULE_OF[each.kind].weight == max(weight for weight, other in found if other.path == each.path)
    crowded = [kind for kind in Kind if sum(each.kind is kind for each in few) > OF_A_KIND]
    told = {each.kind for each in few}
    heaviest = {path: max(w for w, n in found if n.path == path) for path in {n.path for _, n in found}}
    hidden = {n.kind for w, n in found if heaviest[n.path] == w} - told
    assert not (crowded and hidden)
