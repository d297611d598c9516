"""Plans, their versions, and the rows of a version."""

from coretech.apps.plans.models.plans import Plan, PlanVersion
from coretech.apps.plans.models.rows import (
    BudgetLine,
    Element,
    NumberTable,
    PlanFinding,
    Target,
    VersionRow,
    WorkItem,
)

__all__ = [
    "BudgetLine",
    "Element",
    "NumberTable",
    "Plan",
    "PlanFinding",
    "PlanVersion",
    "Target",
    "VersionRow",
    "WorkItem",
]
