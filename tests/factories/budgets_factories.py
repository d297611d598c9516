"""Making what tests of budgets need: figures of the small programme."""

from decimal import Decimal

from coretech.apps.plans.models import Plan
from coretech.apps.reports.models import BudgetFigure
from coretech.apps.reports.operations.record_budget import record_budget
from coretech.apps.reports.spending.budgets import Given, Place
from tests.factories import cycle_factories as cycle

INDUSTRY, MEASURE = "industry-1", "measure-1-1"
DOCUMENT = "111年度中央政府總預算"


def given(amount: int, element: str = MEASURE, agency: str = "", **told: str) -> Given:
    place = Place(
        element,
        agency,
        int(told.get("year", "111")),
        told.get("stage", "statutory"),
        told.get("source", "general"),
    )
    return Given(place, Decimal(amount), told.get("document", DOCUMENT))


def recorded(plan: Plan, *figures: Given, user: str = "controller-1") -> None:
    for each in figures:
        record_budget(cycle.acting(user), plan.slug, each)


def a_year(plan: Plan) -> BudgetFigure:
    """Every stage of ROC 111, more spent than may be, and an industry that disagrees with its measure."""
    recorded(plan, given(900, stage="requested"), given(500), given(520, stage="revised"))
    recorded(plan, given(530, stage="spent"), given(450, INDUSTRY))
    return BudgetFigure.objects.get(plan=plan, element_key=MEASURE, stage="statutory")


def file_of(*rows: str) -> bytes:
    return "\n".join(("element,agency,year,stage,amount,document,why", *rows)).encode()
