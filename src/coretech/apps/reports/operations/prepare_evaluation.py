"""Preparing a mid-term or final evaluation: the version it looks at, its criteria with weights, its due day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.steering import matter_of, steered
from coretech.apps.reports.evaluations.access import scored_in
from coretech.apps.reports.models import Criterion, Evaluation
from coretech.engines.scoring.compiling import WHOLE
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

MOST_CRITERIA = 10
LONGEST_ZH, LONGEST_EN = 80, 120
HIGHEST = 100


@dataclass(frozen=True, slots=True)
class CriterionGiven:
    """What evaluators will score by; the weight in per cent, ``most`` the highest score."""

    zh: str
    en: str
    weight: Decimal
    most: int = 5


@dataclass(frozen=True, slots=True)
class EvaluationGiven:
    """Mid-term or final, from the end of ROC ``year``; of the plan's newest version where none is named."""

    kind: str
    year: int
    due_on: dt.date
    criteria: Sequence[CriterionGiven]
    version: int | None = None


def check(by: Acting, plan: Plan) -> None:
    """Whether this person runs the plan's evaluations, and somebody controls it."""
    allow(by, Action.RUN_EVALUATION, matter_of(plan))
    steered(plan)


@operation
def prepare_evaluation(by: Acting, plan_slug: str, given: EvaluationGiven) -> Act:
    """Prepare an evaluation of a version of the plan; evaluators are named next."""
    found = version_of(plan_slug, given.version)
    check(by, found.plan)
    hold(f"evaluations:{found.plan_id}")
    _refuse_bad(by, found, given)
    _refuse_criteria(given.criteria)
    made = Evaluation.objects.create(
        plan=found.plan, version=found, kind=given.kind, year=given.year, due_on=given.due_on
    )
    rows = [
        Criterion.objects.create(
            evaluation=made,
            order=place,
            zh=each.zh.strip(),
            en=each.en.strip(),
            weight=each.weight,
            most=each.most,
        )
        for place, each in enumerate(given.criteria, start=1)
    ]
    public = {
        "plan": found.plan.slug,
        "version": found.version,
        "kind": given.kind,
        "year": given.year,
        "due_on": given.due_on.isoformat(),
        "criteria": [{"zh": each.zh, "weight": str(each.weight), "most": each.most} for each in rows],
    }
    return record(by, "evaluation.prepared", made.subject, public=public, rows=rows)


def _refuse_bad(by: Acting, version: PlanVersion, given: EvaluationGiven) -> None:
    kind, year = given.kind, given.year
    if kind not in Evaluation.Kind.values:
        raise bad_input("kind", "請選擇期中或期末。", "Choose mid-term or final.")
    if not (version.start or year) <= year <= (version.end or year):
        raise bad_input(
            "year",
            f"民國{year}年不在計畫期間（{version.start}至{version.end}年）內。",
            f"ROC {year} lies outside the plan's years ({version.start} to {version.end}).",
        )
    if given.due_on <= by.today:
        raise bad_input("due_on", "期限應在今日以後。", "The due day comes after today.")
    if not scored_in(version):
        raise wrong_state("這一版沒有可評分的措施。", "This version has no measure to score.")
    if Evaluation.objects.filter(plan=version.plan, version=version, kind=kind).exists():
        raise wrong_state(
            "這一版已有同一種評估，不能再辦一次。",
            "This version has an evaluation of that kind already; it is not held twice.",
        )


def _refuse_criteria(criteria: Sequence[CriterionGiven]) -> None:
    if not 1 <= len(criteria) <= MOST_CRITERIA:
        raise bad_input(
            "criteria", f"評估構面須有1至{MOST_CRITERIA}個。", f"There are 1 to {MOST_CRITERIA} criteria."
        )
    for place, each in enumerate(criteria, start=1):
        named = 0 < len(each.zh.strip()) <= LONGEST_ZH and 0 < len(each.en.strip()) <= LONGEST_EN
        weighed = (
            each.weight.is_finite() and 0 < each.weight <= WHOLE and each.weight == round(each.weight, 2)
        )
        if not (named and weighed and 1 <= each.most <= HIGHEST):
            raise bad_input(
                "criteria",
                f"第{place}個構面：中、英文名稱皆須填寫，權重大於0且至多兩位小數，滿分為1至{HIGHEST}的整數。",
                f"Criterion {place}: both names, a weight above 0 with two decimals at most, and a highest score of "
                f"1 to {HIGHEST}.",
            )
    whole = sum(each.weight for each in criteria)
    if whole != WHOLE:
        raise bad_input(
            "criteria", f"權重合計須為100，目前是{whole}。", f"The weights add up to 100; these make {whole}."
        )
