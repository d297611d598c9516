"""Recording a budget figure of a plan, with the document it comes from."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.models import BudgetFigure
from coretech.apps.reports.spending.budgets import Given, columns_of, standing_at
from coretech.kit.refusal import bad_input
from coretech.law.access import Action, Matter


def check(by: Acting, plan: Plan) -> None:
    """Whether this person records figures of the plan: its controller, and officers for their own agency."""
    if not controls(by, plan):
        allow(by, Action.RECORD_BUDGET, Matter(agencies=by.standing.agencies))


@operation
def record_budget(by: Acting, plan_slug: str, given: Given) -> Act:
    """Write the figure; one that is on record already is restated instead, with the reason."""
    version = version_of(plan_slug)
    check(by, version.plan)
    columns = columns_of(by, version, given)
    hold(f"budgets:{version.plan_id}")
    if standing_at(version.plan, given.place) is not None:
        raise bad_input(
            "amount",
            "這一筆（同一項目、機關、年度、階段、財源）已登錄；要更正請重述，並說明理由。",
            "There is a figure for this entry, agency, year, stage and source; restate it, and say why.",
        )
    made = BudgetFigure.objects.create(**columns)
    public = {"element": made.element_key, "year": made.year, "stage": made.stage, "source": made.source}
    return record(by, "budget.recorded", f"plan/{plan_slug}", public=public, rows=[made])
