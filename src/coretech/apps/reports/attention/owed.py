"""Rules of attention about what somebody owes: sheets, issues and findings past their day, money not spent."""

import datetime as dt
from decimal import Decimal

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from coretech.apps.people.models import Agency
from coretech.apps.reports.attention.rules import Kind, Noted, Rule, Scope, among
from coretech.apps.reports.cycle.periods import said_period
from coretech.apps.reports.models import (
    BudgetFigure,
    CoordinationIssue,
    Evaluation,
    EvaluationFinding,
    FollowUp,
    ReportingPeriod,
    Sheet,
)
from coretech.kit.roc import roc_year, said_year
from coretech.kit.sentence import Sentence

SPENT_AT_LEAST = Decimal("0.8")
"""Below this share of what was passed a year's money counts as under-spent."""

_Stage = BudgetFigure.Stage
_OWED = (Sheet.State.OPEN, Sheet.State.RETURNED, Sheet.State.SUBMITTED)
_SETTLED = (FollowUp.State.DONE, FollowUp.State.ACCEPTED)


def _agencies(scope: Scope, column: str) -> Q:
    """That a column names one of the scope's agencies; anything where it has none of its own."""
    return Q() if scope.agencies is None else Q(among(column, scope.agencies))


def sheets(scope: Scope) -> QuerySet[Sheet]:
    """Sheets that their agencies owe after the due day, the longest overdue first."""
    rows = Sheet.objects.filter(
        _agencies(scope, "agency"),
        among("period__plan", scope.plans),
        period__state=ReportingPeriod.State.OPEN,
        period__due_on__lt=scope.day,
        state__in=_OWED,
    )
    return (
        rows.select_related("period", "agency")
        .prefetch_related("agency__names")
        .order_by("period__due_on", "pk")
    )


def issues(scope: Scope) -> QuerySet[CoordinationIssue]:
    """Issues that are not closed after their day."""
    rows = CoordinationIssue.objects.filter(
        _agencies(scope, "owner"), among("plan", scope.plans), due_on__lt=scope.day
    )
    rows = rows.exclude(state=CoordinationIssue.State.CLOSED)
    return rows.select_related("owner").prefetch_related("owner__names").order_by("due_on", "pk")


def findings(scope: Scope) -> QuerySet[EvaluationFinding]:
    """Findings that an agency has still to settle after their day; for the public those of reported evaluations."""
    newest = FollowUp.objects.filter(finding=OuterRef("pk")).order_by("-pk").values("state")[:1]
    rows = EvaluationFinding.objects.filter(
        _agencies(scope, "agency"),
        among("evaluation__plan", scope.plans),
        agency__isnull=False,
        due_on__lt=scope.day,
    )
    rows = rows.alias(newest=Coalesce(Subquery(newest), Value(FollowUp.State.UNDER_WAY.value))).exclude(
        newest__in=_SETTLED
    )
    if scope.public:
        rows = rows.filter(evaluation__state=Evaluation.State.REPORTED)
    return (
        rows.select_related("agency", "evaluation").prefetch_related("agency__names").order_by("due_on", "pk")
    )


def under_spent(scope: Scope) -> QuerySet[BudgetFigure]:
    """What was spent last year below four fifths of what was passed, held place by place; nothing is added up."""
    figures = BudgetFigure.objects.filter(year=roc_year(scope.day.year) - 1, restated_by=None)
    same = figures.alias(whose=Coalesce("agency", 0)).filter(
        plan=OuterRef("plan"),
        year=OuterRef("year"),
        element_key=OuterRef("element_key"),
        source=OuterRef("source"),
        whose=OuterRef("whose"),
    )
    passed = [
        Subquery(same.filter(stage=stage).order_by("-pk").values("amount")[:1])
        for stage in (_Stage.REVISED, _Stage.STATUTORY)
    ]
    spent = figures.filter(_agencies(scope, "agency"), among("plan", scope.plans), stage=_Stage.SPENT)
    rows = spent.alias(whose=Coalesce("agency", 0)).annotate(passed=Coalesce(*passed))
    return rows.filter(amount__lt=F("passed") * SPENT_AT_LEAST).order_by(F("amount") / F("passed"), "pk")


def _late(due: dt.date | None, scope: Scope) -> Sentence:
    days = 0 if due is None else (scope.day - due).days
    return Sentence(f"逾期{days}日", "1 day late" if days == 1 else f"{days} days late")


def _with(whose: Agency | None, said: Sentence, day: dt.date) -> Sentence:
    if whose is None:
        return said
    name = whose.name_on(day)
    return Sentence(f"{name.zh}：{said.zh}", f"{name.en}: {said.en}")


def _sheet(row: Sheet, scope: Scope) -> Noted:
    period = said_period(row.period.year, row.period.quarter)
    name = Sentence(f"{period.zh}填報表", f"Sheet of {period.en}")
    reason = _with(row.agency, _late(row.period.due_on, scope), scope.day)
    return Noted(Kind.OVERDUE_SHEET, reason, f"/sheets/{row.pk}/", row.period.plan_id, name=name)


def _issue(row: CoordinationIssue, scope: Scope) -> Noted:
    reason = _with(row.owner, _late(row.due_on, scope), scope.day)
    return Noted(
        Kind.OVERDUE_ISSUE,
        reason,
        f"/issues/{row.pk}/",
        row.plan_id,
        row.element_key,
        Sentence(row.title, row.title),
    )


def _finding(row: EvaluationFinding, scope: Scope) -> Noted:
    name = Sentence(f"評估發現第{row.number}項", f"Finding {row.number} of the evaluation")
    reason = _with(row.agency, _late(row.due_on, scope), scope.day)
    path = f"/evaluations/findings/{row.pk}/"
    return Noted(Kind.OVERDUE_FINDING, reason, path, row.evaluation.plan_id, row.element_key, name)


def _spent(row: BudgetFigure, scope: Scope) -> Noted:
    passed: Decimal = getattr(row, "passed")  # noqa: B009 - annotated by the query
    year, share = said_year(row.year + 1911), int(100 * row.amount / passed)
    reason = Sentence(
        f"{year.zh}執行率{share}%（實支{row.amount:,.0f}千元，預算{passed:,.0f}千元）",
        f"{share}% spent in {year.en} (NT$ {row.amount:,.0f} of {passed:,.0f} thousand)",
    )
    plan = scope.plans[row.plan_id]
    return Noted(
        Kind.UNDER_SPENT, reason, f"/plans/{plan.slug}/entries/{row.element_key}/", plan.id, row.element_key
    )


OWED = (
    Rule(
        Kind.OVERDUE_SHEET,
        80,
        Sentence("逾期未送的填報表", "Sheets overdue"),
        sheets,
        _sheet,
        "period__plan_id",
    ),
    Rule(
        Kind.OVERDUE_ISSUE,
        75,
        Sentence("逾期未結的協調議題", "Issues overdue"),
        issues,
        _issue,
        "plan_id",
    ),
    Rule(
        Kind.OVERDUE_FINDING,
        60,
        Sentence("逾期未辦結的評估發現", "Findings overdue"),
        findings,
        _finding,
        "evaluation__plan_id",
        public=True,
    ),
    Rule(
        Kind.UNDER_SPENT,
        30,
        Sentence("去年預算執行率未達八成", "Less than 80% of last year’s budget spent"),
        under_spent,
        _spent,
        "plan_id",
        public=True,
    ),
)
