"""The scene of an evaluation: two experts, one with an interest, measures scored, a finding that asks an agency."""

import datetime as dt
from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.reports.models import Evaluation
from coretech.apps.reports.operations.compile_evaluation import compile_evaluation
from coretech.apps.reports.operations.declare_interest import declare_interest
from coretech.apps.reports.operations.find import FindingGiven, find
from coretech.apps.reports.operations.name_evaluator import name_evaluator
from coretech.apps.reports.operations.prepare_evaluation import (
    CriterionGiven,
    EvaluationGiven,
    prepare_evaluation,
)
from coretech.apps.reports.operations.report_evaluation import report_evaluation
from coretech.apps.reports.operations.score import Mark, score
from coretech.demo.acting import acting_as
from coretech.demo.cast import CONTROLLER, EXPERTS
from coretech.demo.people import FIRST_DAY
from coretech.demo.plan_scenes import PROGRAMME
from coretech.demo.scene import Came, Scene
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

SCORED = ("measure-1-6", "measure-2-4", "measure-3-1", "measure-4-1", "measure-5-6", "measure-6-3")
INTEREST = "measure-4-1"
"""In which the second expert has an interest, and which only the first one scores."""

_MID_TERM = 111
_DUE = FIRST_DAY + dt.timedelta(days=60)
_CRITERIA = (
    CriterionGiven("目標達成", "Achievement of targets", Decimal(60), 5),
    CriterionGiven("跨機關協調", "Coordination across agencies", Decimal(40), 5),
)
_WHY = "示範只評部分措施。"
_FOUND = FindingGiven(
    text="示範：招標延後使實績未達應有進度。",
    recommendation="請檢討採購期程，並提出趕辦計畫。",
    element_key="measure-5-6",
    agency="moea",
    due_on=_DUE,
)


def _evaluate(by: Acting) -> Came:
    given = EvaluationGiven(Evaluation.Kind.MID_TERM, _MID_TERM, _DUE, _CRITERIA)
    acts = [prepare_evaluation(by, PROGRAMME, given)]
    evaluation = Evaluation.objects.latest("pk").pk
    acts += [name_evaluator(by, evaluation, name) for name in EXPERTS]
    for place, name in enumerate(EXPERTS):
        acts += _scores(acting_as(name), evaluation, place)
    acts += [compile_evaluation(by, evaluation, _WHY), find(by, evaluation, _FOUND)]
    return Came([*acts, report_evaluation(by, evaluation, "示範字第1140000001號", by.today)])


def _scores(by: Acting, evaluation: int, place: int) -> list[Act]:
    """The second expert declares an interest and leaves that measure to the first."""
    own = [INTEREST] if place else []
    said = declare_interest(by, evaluation, own, "示範：曾任該計畫顧問。" if own else "")
    marks = {1: Mark(Decimal(4 - place), "示範評語"), 2: Mark(Decimal(4))}
    return [said, *(score(by, evaluation, key, marks) for key in SCORED if key not in own)]


SCENES = (
    Scene(
        Sentence("期中成果評估（示範資料）", "A mid-term evaluation (made up)"),
        CONTROLLER,
        Action.RUN_EVALUATION,
        lambda: FIRST_DAY,
        Evaluation.objects.filter(state=Evaluation.State.REPORTED).exists,
        _evaluate,
    ),
)
