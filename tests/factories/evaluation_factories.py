"""Making what tests of evaluations and revisions need: a controlled plan of three measures, experts, scores."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from random import Random

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.people.models import Person
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.reports.models import Evaluation, EvaluationFinding
from coretech.apps.reports.operations.compile_evaluation import compile_evaluation
from coretech.apps.reports.operations.declare_interest import declare_interest
from coretech.apps.reports.operations.find import FindingGiven, find
from coretech.apps.reports.operations.name_evaluator import name_evaluator
from coretech.apps.reports.operations.prepare_evaluation import (
    CriterionGiven,
    EvaluationGiven,
    prepare_evaluation,
)
from coretech.apps.reports.operations.publish_period import publish_period
from coretech.apps.reports.operations.report_evaluation import report_evaluation
from coretech.apps.reports.operations.revise_plan import Approved, foresee, revise_plan
from coretech.apps.reports.operations.score import Mark, score
from coretech.apps.reports.operations.set_steering import set_steering
from tests import factories
from tests.factories import cycle_factories, plans_factories
from tests.programme_printer import Aim, Made, Print, Work, printed

DAY = dt.date(2023, 2, 1)
"""After the first year of the plan."""
SLUG = "programme-111-113"
KEYS = ("measure-1-1", "measure-1-2", "measure-1-3")
EXPERTS = ("scholar-1", "scholar-2", "scholar-3")
CRITERIA = (
    CriterionGiven("目標達成", "Achievement of targets", Decimal("62.5"), 5),
    CriterionGiven("跨機關協調", "Coordination across agencies", Decimal("37.5"), 10),
)


def measure(code: str, title: str, text: str, agency: str = "經濟部") -> Made:
    """A measure with one work item and one target."""
    work = Work("1.1.1", text, "111/1~112/12", "2022-01", "2023-12", (agency,), ())
    aim = Aim(
        f"{code.replace('-', '.')}.1",
        "全程輔導業者 30 家",
        {"111": "輔導業者 10 家", "112": "輔導業者 20 家", "113": "-"},
    )
    return Made(code, title, (agency,), {"1": f"{title}事項"}, {"1.1": f"{title}作法"}, (work,), (aim,))


MEASURES = (
    measure("1-1", "示範平台", "建置共用平台及資料庫"),
    measure("1-2", "培育專業人才", "開設跨域學程並辦理競賽", "交通部"),
    measure("1-3", "鏈結國際市場", "組團參展並拓展海外通路"),
)

RENUMBERED = (
    measure("1-1", "示範平台", "建置共用平台、資料庫及入口網"),
    measure("1-2", "鏈結國際市場", "組團參展並拓展海外通路"),
    measure("1-3", "布局量子通訊", "設置量子金鑰分配測試網"),
)
"""The first measure changed, the second dropped, the third now has the second's number, a new one the third's."""


def document(*measures: Made) -> bytes:
    """A programme of three years, as its publisher prints it."""
    how = Print(Random(1))  # noqa: S311 - nothing here is secret
    return printed(list(measures), ["示範產業"], (111, 113), how).encode()


def controlled(cycle: str = "quarterly") -> Plan:
    """The plan of three measures, controlled by 國發會."""
    cycle_factories.people()
    plan = plans_factories.taken_over(document(*MEASURES))
    set_steering(factories.acting("office", factories.DAY), plan.slug, "ndc", cycle, days=15)
    return plan


def experts(*names: str) -> None:
    """People who sign in and hold no post."""
    for name in names or EXPERTS:
        account = Account.objects.create(username=name, email=f"{name}@example.invalid", demo=True)
        Person.objects.create(account=account, name_zh=name, name_en=name)


def by(username: str = "controller-1", day: dt.date = DAY) -> Acting:
    return factories.acting(username, day)


def prepared(plan: Plan | None = None) -> Evaluation:
    """A mid-term evaluation with three experts named and nothing declared."""
    slug = (plan or controlled()).slug
    experts()
    given = EvaluationGiven("mid_term", 111, DAY + dt.timedelta(days=30), CRITERIA)
    act = prepare_evaluation(by(), slug, given)
    found = Evaluation.objects.get(pk=int(act.subject.split("/")[1]))
    for name in EXPERTS:
        name_evaluator(by(), found.pk, name)
    return found


def marks(first: str, second: str, comment: str = "") -> Mapping[int, Mark]:
    return {1: Mark(Decimal(first), comment), 2: Mark(Decimal(second))}


def scored(*, declared: Mapping[str, str] | None = None) -> Evaluation:
    """Everything scored but what was declared; ``declared`` is an element by expert."""
    found = prepared()
    own = declared or {}
    for name in EXPERTS:
        keys = [own[name]] if name in own else []
        declare_interest(by(name), found.pk, keys, "擔任該計畫顧問。" if keys else "")
    for place, name in enumerate(EXPERTS):
        for key in KEYS:
            if own.get(name) != key:
                score(by(name), found.pk, key, marks(str(3 + place % 2), str(6 + place), f"{name}的評語"))
    found.refresh_from_db()
    return found


def compiled(*, declared: Mapping[str, str] | None = None) -> Evaluation:
    found = scored(declared=declared)
    compile_evaluation(by(), found.pk)
    found.refresh_from_db()
    return found


def finding(evaluation: Evaluation) -> EvaluationFinding:
    """A finding that asks 經濟部 for something by the end of March."""
    given = FindingGiven("平台使用率偏低。", "請提出推廣計畫。", KEYS[0], "moea", dt.date(2023, 3, 31))
    find(by(), evaluation.pk, given)
    return EvaluationFinding.objects.latest("pk")


def revised(plan: Plan, *measures: Made) -> PlanVersion:
    """The plan's next version, imported but not in force."""
    plans_factories.taken_over(document(*measures), "plan-2.txt", plan.slug)
    return plan.versions.latest("version")


def world() -> dict[str, object]:
    """A reported evaluation with a finding, a published quarter, and a revision of the same plan, by address."""
    plan = controlled()
    period = cycle_factories.reopened(plan, 4, DAY)
    publish_period(by(), period.pk, "各機關未報。")
    given = EvaluationGiven("mid_term", 111, DAY + dt.timedelta(days=30), CRITERIA)
    evaluation = int(prepare_evaluation(by(), plan.slug, given).subject.split("/")[1])
    name_evaluator(by(), evaluation, "member-05")
    declare_interest(by("member-05"), evaluation, [])
    score(by("member-05"), evaluation, KEYS[0], marks("3", "6"))
    compile_evaluation(by(), evaluation, "只聘一位。")
    found = finding(Evaluation.objects.get(pk=evaluation))
    report_evaluation(by(), evaluation, "院授科前字第1120000001號", DAY)
    revised(plan, *RENUMBERED)
    seen = foresee(by(), plan.slug)
    judged = {pair.name: pair.same for pair in seen.doubts}
    revise_plan(by(), plan.slug, judged, Approved("院字第2號", DAY, "環境變遷。"), seen.digest)
    return {
        "evaluation_id": evaluation,
        "finding_id": found.pk,
        "report_form": "odt",
        "after_version": 2,
    }
