"""Making what tests of dashboards need: one plan with something of every kind that asks for attention."""

import datetime as dt
from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.reports.models import (
    BudgetFigure,
    Evaluation,
    EvaluationFinding,
    FollowUp,
    MeasureStanding,
    ReportingPeriod,
    Sheet,
)
from coretech.apps.reports.operations.set_steering import set_steering
from coretech.apps.supplies.bundled import load_commodities
from coretech.apps.supplies.models import Alert, Commodity
from tests import factories
from tests.factories import cycle_factories as cycle
from tests.factories import issues_factories

DAY = dt.date(2023, 8, 1)
"""After every due day, in the year after the budget's."""
FINDING_DUE = dt.date(2023, 3, 31)


def by(username: str = "controller-1", day: dt.date = DAY) -> Acting:
    return factories.acting(username, day)


def troubled() -> Plan:
    """A plan whose one measure is red and judged green, with everything else that can be late."""
    plan = cycle.controlled()
    first = period(plan, 1, "published")
    period(plan, 2, "open")
    standing(first, "red", own="green", overdue=3, behind=1)
    standing(first, "red", own="green", overdue=3, behind=1, agency="moea")
    issues_factories.taken(plan)
    finding(plan)
    budget(plan, spent=60)
    load_commodities()
    alert("coal", Alert.Kind.BELOW)
    alert("coal", Alert.Kind.LATE)
    return plan


def another() -> Plan:
    """A second plan, controlled by the same, whose one published quarter has twenty red measures."""
    second = Plan.objects.create(slug="second", kind="plan")
    PlanVersion.objects.create(
        plan=second,
        version=1,
        title="第二個計畫",
        start=111,
        end=112,
        source_name="second.txt",
        source_sha256="0" * 64,
        content_sha256="0" * 64,
        recorded_at=by().at,
    )
    set_steering(factories.acting("office", factories.DAY), second.slug, "ndc", "quarterly", days=15)
    first = period(second, 1, "published")
    for number in range(20):
        standing(first, "red", own="green", key=f"measure-{number}")
    return second


def period(plan: Plan, quarter: int, state: str) -> ReportingPeriod:
    """A quarter of ROC 111 with an open sheet of both agencies."""
    opened = dt.date(2022, 3 * quarter + 1, 6)
    made = ReportingPeriod.objects.create(
        plan=plan,
        version=plan.versions.get(),
        year=111,
        quarter=quarter,
        opened_on=opened,
        due_on=opened + dt.timedelta(days=15),
        state=state,
    )
    for code in ("moea", "motc"):
        Sheet.objects.create(
            period=made, agency=_agency(code), state="locked" if state == "published" else "open"
        )
    return made


def standing(  # noqa: PLR0913 - the columns of a standing
    of: ReportingPeriod,
    light: str,
    *,
    own: str = "",
    overdue: int = 0,
    behind: int = 0,
    agency: str = "",
    key: str = "measure-1-1",
) -> MeasureStanding:
    return MeasureStanding.objects.create(
        period=of,
        element_key=key,
        agency=_agency(agency) if agency else None,
        light=light,
        own_light=own,
        overdue=overdue,
        out_of_pace=behind,
    )


def finding(plan: Plan, *, reported: bool = True) -> EvaluationFinding:
    """A finding that waits for 經濟部 after its day."""
    evaluation = Evaluation.objects.create(
        plan=plan,
        version=plan.versions.get(),
        kind="mid_term",
        year=111,
        due_on=FINDING_DUE,
        state="reported" if reported else "compiled",
    )
    return EvaluationFinding.objects.create(
        evaluation=evaluation,
        number=1,
        element_key="measure-1-1",
        agency=_agency("moea"),
        text="平台使用率偏低。",
        due_on=FINDING_DUE,
        at=by().at,
    )


def followed(of: EvaluationFinding, state: str) -> FollowUp:
    return FollowUp.objects.create(finding=of, state=state, text="已辦理。", at=by().at)


def figure(plan: Plan, stage: str, amount: int, restates: BudgetFigure | None = None) -> BudgetFigure:
    return BudgetFigure.objects.create(
        plan=plan,
        element_key="measure-1-1",
        year=111,
        stage=stage,
        source="general",
        amount=Decimal(amount),
        document="預算書",
        restates=restates,
        recorded_at=by().at,
    )


def budget(plan: Plan, spent: int) -> BudgetFigure:
    """100 passed and so much spent."""
    figure(plan, "statutory", 100)
    return figure(plan, "spent", spent)


def alert(slug: str, kind: Alert.Kind) -> Alert:
    return Alert.objects.create(
        commodity=Commodity.objects.get(slug=slug),
        kind=kind,
        key=f"{slug}/{kind}",
        day=DAY,
        zh="存量天數20天，標準30天",
        en="20 days of cover, where 30 are asked for",
        opened_at=by().at,
    )


def _agency(code: str) -> Agency:
    return Agency.objects.get(code=code)
