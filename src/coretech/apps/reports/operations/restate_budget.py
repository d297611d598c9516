"""Restating a budget figure: the new amount counts from now on, and the old one stays on record."""

from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.models import BudgetFigure
from coretech.apps.reports.spending.budgets import (
    LONGEST_WHY,
    Given,
    columns_of,
    find_figure,
    place_of,
    require_recorder,
)
from coretech.kit.refusal import bad_input


def check(by: Acting, figure: BudgetFigure) -> None:
    """Whether this person restates it: the plan's controller, or an officer of the agency it is of."""
    require_recorder(by, figure.plan, place_of(figure).agency)


@operation
def restate_budget(  # noqa: PLR0913, PLR0917 - of which figure, the new amount, its document, and why
    by: Acting, plan_slug: str, old: int, amount: Decimal, document: str, why: str
) -> Act:
    """Write the new amount in the place of the old one; ``old`` is the figure the caller saw."""
    version = version_of(plan_slug)
    hold(f"budgets:{version.plan_id}")
    before = find_figure(by, version.plan, old)
    check(by, before)
    reason = require_why(why)
    given = Given(place_of(before), amount, document, demonstration=before.demonstration)
    if amount == before.amount and document.strip() == before.document:
        raise bad_input("amount", "金額與文件都沒有改變。", "Neither the amount nor the document changed.")
    made = BudgetFigure.objects.create(**columns_of(by, version, given), restates=before, why=reason)
    public = {"element": made.element_key, "year": made.year, "stage": made.stage, "source": made.source}
    return record(
        by,
        "budget.restated",
        f"plan/{plan_slug}",
        public={**public, "restates": before.pk},
        rows=[made],
        why=reason,
    )


def require_why(why: str) -> str:
    """The reason without blanks around it (HTTP 422 where there is none, or too much)."""
    if not 0 < len(why.strip()) <= LONGEST_WHY:
        raise bad_input("why", "請說明為什麼重述。", "Say why it is restated.")
    return why.strip()
