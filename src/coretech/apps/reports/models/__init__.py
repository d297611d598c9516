"""What is reported of plans."""

from coretech.apps.reports.models.budgets import BudgetFigure
from coretech.apps.reports.models.entries import Amendment, AmendmentRuling, Entry, MeasureStanding
from coretech.apps.reports.models.evaluations import (
    Criterion,
    Evaluation,
    EvaluationFinding,
    Evaluator,
    FollowUp,
    InterestDeclaration,
    Score,
)
from coretech.apps.reports.models.indicators import (
    Indicator,
    IndicatorDefinition,
    IndicatorTarget,
    Observation,
)
from coretech.apps.reports.models.issues import CoordinationIssue, IssueStep
from coretech.apps.reports.models.periods import ReportingPeriod, Sheet, SheetDraft, SheetStep, SheetVersion
from coretech.apps.reports.models.revisions import Carried, Revision
from coretech.apps.reports.models.steering import LightRules, Steering

__all__ = [
    "Amendment",
    "AmendmentRuling",
    "BudgetFigure",
    "Carried",
    "CoordinationIssue",
    "Criterion",
    "Entry",
    "Evaluation",
    "EvaluationFinding",
    "Evaluator",
    "FollowUp",
    "Indicator",
    "IndicatorDefinition",
    "IndicatorTarget",
    "InterestDeclaration",
    "IssueStep",
    "LightRules",
    "MeasureStanding",
    "Observation",
    "ReportingPeriod",
    "Revision",
    "Score",
    "Sheet",
    "SheetDraft",
    "SheetStep",
    "SheetVersion",
    "Steering",
]
