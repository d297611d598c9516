"""Indicators: proposed from targets, settled by the controller; figures that are restated and never lost."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import Error, transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.plans.bundled import load_plans
from coretech.apps.reports.bundled import load_indicators
from coretech.apps.reports.models import Indicator, IndicatorDefinition, Observation
from coretech.apps.reports.operations.define_indicator import Meaning, Wanted, define_indicator
from coretech.apps.reports.operations.propose_indicators import propose_indicators
from coretech.apps.reports.operations.record_observation import record_observation
from coretech.apps.reports.operations.restate_observation import restate_observation
from coretech.engines.progress.kinds import Direction, Kind, Nature
from coretech.engines.progress.reckoned import Status
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import motion_factories
from tests.factories.motion_factories import CONTROLLER, DAY, KEY, SLUG, entered, figure, stated

pytestmark = pytest.mark.usefixtures("stage", "plan")

MEANING = Meaning(
    name="輔導業者家數",
    kind=Kind.ANNUAL,
    direction=Direction.HIGHER,
    unit="家",
    start=111,
    end=112,
    targets=(Wanted(111, Decimal(10)), Wanted(112, Decimal(20))),
    why="依原文件確認",
    seen=1,
)


@pytest.fixture
def plan(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    motion_factories.controlled()


def by(username: str = CONTROLLER) -> Acting:
    return factories.acting(username, DAY)


def defined(meaning: Meaning = MEANING, key: str = KEY, element: str = "") -> None:
    define_indicator(by(), SLUG, key, meaning, element)


def refused(run: Callable[..., object], *given: object) -> Refused:
    with pytest.raises(Refused) as found:
        run(*given)
    return found.value


def test_a_target_becomes_a_proposed_indicator_that_says_why() -> None:
    found = stated()

    assert (found.definition.number, found.definition.proposed) == (1, True)
    assert (found.kind, found.definition.unit) == (Kind.ANNUAL, "家")
    assert {each.year: each.value for each in found.targets} == {111: Decimal(10), 112: Decimal(20)}
    assert "" not in {found.definition.reason_zh, found.definition.reason_en}


def test_proposing_twice_proposes_nothing_new() -> None:
    assert refused(propose_indicators, by(), SLUG).status == 409
    assert Indicator.objects.filter(plan__slug=SLUG, key=KEY).count() == 1


def test_only_the_plan_s_controller_settles_what_an_indicator_means() -> None:
    for username in ("office", "officer-moea", "moea-controller-1", "public"):
        assert refused(define_indicator, by(username), SLUG, KEY, MEANING).status == 403


def test_a_confirmed_definition_takes_the_proposal_s_place_and_the_proposal_stays() -> None:
    defined()
    first, second = IndicatorDefinition.objects.filter(indicator__key=KEY, indicator__plan__slug=SLUG)

    assert (first.proposed, second.proposed, second.number) == (True, False, 2)
    assert stated().definition == second
    assert Act.objects.latest("seq").kind == "indicator.defined"


def test_two_who_define_at_once_do_not_overwrite_each_other() -> None:
    defined()

    assert refused(defined).status == 409


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"unit": ""}, "unit"),
        ({"name": " "}, "name"),
        ({"end": 110}, "end"),
        ({"targets": (Wanted(113, Decimal(1)),)}, "target_113"),
        ({"targets": (Wanted(111, Decimal(2), Decimal(1)),)}, "target_111"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(change: dict[str, Any], field: str) -> None:
    found = refused(defined, replace(MEANING, **change))

    assert (found.status, found.field) == (422, field)


def test_a_milestone_needs_no_unit() -> None:
    defined(replace(MEANING, kind=Kind.MILESTONE, unit="", targets=(Wanted(111, None, words="建置完成"),)))

    assert stated().kind is Kind.MILESTONE


def test_an_indicator_can_be_set_up_where_the_document_has_no_target() -> None:
    defined(replace(MEANING, seen=0), "own-1", "measure-1-1")

    assert Indicator.objects.get(key="own-1").element_key == "measure-1-1"
    assert refused(defined, replace(MEANING, seen=0), "own-2", "no-such").status == 404


def test_a_figure_in_another_unit_of_the_sort_is_converted_and_another_sort_refused() -> None:
    defined(replace(MEANING, unit="億元"))
    kept = entered(figure("250000", "萬元"))

    assert (kept.value, kept.given_value, kept.given_unit) == (Decimal(25), "250000", "萬元")
    assert refused(entered, figure("3", "件", quarter=1)).field == "given_unit"
    assert refused(entered, figure("3", "", quarter=1)).field == "given_unit"


@pytest.mark.parametrize("typed", ["-", "", "三", "NaN", "1e40"])
def test_a_dash_is_no_figure_and_not_zero(typed: str) -> None:
    assert refused(entered, figure(typed)).field == "given_value"
    assert not Observation.objects.exists()
    assert stated().reckoned.progress is None


def test_a_year_s_figure_is_entered_once_and_restated_after_that() -> None:
    old = entered()
    assert refused(entered, figure("7")).status == 409

    restate_observation(by(), SLUG, KEY, old.pk, figure("8"))
    new = Observation.objects.get(restates=old)

    assert stated().observations == [new]
    assert (old.value, Observation.objects.count()) == (Decimal(6), 2)
    assert refused(restate_observation, by(), SLUG, KEY, old.pk, figure("9")).status == 409


def test_a_restated_figure_says_why_and_stays_in_its_period() -> None:
    old = entered()

    assert refused(restate_observation, by(), SLUG, KEY, old.pk, figure("8", why="")).field == "why"
    assert refused(restate_observation, by(), SLUG, KEY, old.pk, figure("8", quarter=2)).field == "year"
    assert refused(restate_observation, by(), SLUG, KEY, old.pk + 1, figure("8")).status == 404


def test_a_forecast_is_never_taken_for_an_actual() -> None:
    entered(figure("12", year=112, nature=Nature.FORECAST))
    year = stated().reckoned.years[1]

    assert (year.actual, year.forecast, year.status) == (None, Decimal(12), Status.UNDER_WAY)
    assert refused(entered, figure("1", year=113)).field == "year"


def test_a_year_to_come_has_no_actual() -> None:
    early = factories.acting(CONTROLLER, DAY.replace(year=2022))

    assert refused(record_observation, early, SLUG, KEY, figure(year=112)).field == "year"


def test_observations_and_definitions_can_neither_be_changed_nor_deleted() -> None:
    entered()
    for rows in (Observation.objects, IndicatorDefinition.objects):
        with pytest.raises(Error), transaction.atomic():
            rows.all().delete()
    with pytest.raises(Error), transaction.atomic():
        Observation.objects.update(value=1)
    assert audit().broken == ()


def test_the_bundled_programme_comes_with_its_indicators_once() -> None:
    load_plans()

    assert load_indicators()
    assert not load_indicators()
    assert Indicator.objects.filter(plan__slug="programme-110-113").count() > 150
