"""The S&T budget as a share of GDP: the plan's own table, found by what it holds, and scenarios from it."""

from decimal import Decimal

import pytest

from coretech.apps.plans.models import PlanVersion
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.spending.projection import Asked, growth_of, outlook_of, projection_of
from coretech.kit.refusal import Refused
from tests.factories import plans_factories

pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture
def version() -> PlanVersion:
    name = "science_and_technology_plan.json"
    return version_of(plans_factories.taken_over(plans_factories.facts(name), name).slug)


def test_the_table_is_found_by_what_its_rows_hold_and_its_shares_agree(version: PlanVersion) -> None:
    found = projection_of(version)

    assert found.table.no == 8
    first = found.rows[0]
    assert (first.year, int(first.budget), int(first.gdp)) == (111, 1307, 205441)
    assert [each.printed for each in found.checked] == list(
        map(Decimal, ("0.64", "0.66", "0.68", "0.69", "0.7"))
    )
    assert all(each.agrees for each in found.checked)
    assert [round(each, 2) for each in growth_of([row.gdp for row in found.rows])] == [2, 2, 2, 2]


def test_the_growth_that_reaches_the_target_is_worked_out_by_hand(version: PlanVersion) -> None:
    found = projection_of(version)
    outlook = outlook_of(found, Asked(Decimal(2), Decimal(3), Decimal("0.7"), 115))

    gdp = Decimal(205441) * Decimal("1.02") ** 4
    assert round(outlook.needed_budget, 6) == round(gdp * Decimal("0.007"), 6)
    assert round(Decimal(1307) * (1 + outlook.needed_growth) ** 4, 6) == round(outlook.needed_budget, 6)
    assert outlook.rows[-1].budget == Decimal(1307) * Decimal("1.03") ** 4
    assert outlook.gap > 0


def test_what_the_form_asks_first_is_the_table_s_own_growth_and_end(version: PlanVersion) -> None:
    usual = projection_of(version).usual

    assert (usual.gdp_growth, usual.target, usual.year) == (Decimal("2.00"), Decimal("0.7"), 115)
    assert usual.budget_growth == Decimal("4.47")


@pytest.mark.parametrize(
    ("field", "asked"),
    [
        ("gdp", Asked(Decimal(51), Decimal(3), Decimal("0.7"), 115)),
        ("budget", Asked(Decimal(2), Decimal(-51), Decimal("0.7"), 115)),
        ("target", Asked(Decimal(2), Decimal(3), Decimal(0), 115)),
        ("year", Asked(Decimal(2), Decimal(3), Decimal("0.7"), 111)),
        ("year", Asked(Decimal(2), Decimal(3), Decimal("0.7"), 999)),
    ],
)
def test_a_scenario_out_of_bounds_is_refused_by_field(version: PlanVersion, field: str, asked: Asked) -> None:
    with pytest.raises(Refused) as refused:
        outlook_of(projection_of(version), asked)

    assert (refused.value.status, refused.value.field) == (422, field)


def test_a_plan_without_such_a_table_has_no_projection() -> None:
    other = version_of(plans_factories.taken_over(plans_factories.programme()).slug)

    with pytest.raises(Refused) as refused:
        projection_of(other)
    assert refused.value.status == 404
