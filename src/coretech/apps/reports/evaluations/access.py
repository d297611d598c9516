"""Evaluations: finding them, who may know of them, who evaluates, and locking one for a step."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Element, Plan, PlanVersion
from coretech.apps.reports.cycle.steering import controls, matter_of
from coretech.apps.reports.evaluations.states import ARROWS, State, Step, require_step
from coretech.apps.reports.models import Evaluation, EvaluationFinding, Evaluator
from coretech.apps.reports.sheets.parts import REPORTED
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_LARGEST = 2**63 - 1
TOLD = frozenset({State.COMPILED, State.REPORTED})
"""Where the compiled scores are told: before, nobody sees anybody else's, the controller neither."""


class NotEvaluator(Refused):
    """Somebody who was not asked to evaluate (HTTP 403)."""


def all_evaluations() -> QuerySet[Evaluation]:
    """Every evaluation with what its line needs, the newest first."""
    return Evaluation.objects.select_related("plan", "version")


def visible_evaluations(by: Acting, plan: Plan | None = None) -> list[Evaluation]:
    """Those this reader may know of: reported ones, and those one runs, evaluates for, or answers to."""
    rows = all_evaluations() if plan is None else all_evaluations().filter(plan=plan)
    mine = Q(evaluators__person=by.person_id) if by.person_id is not None else Q(pk=None)
    asked = Q(state=State.COMPILED.value, findings__agency__code__in=by.standing.agencies | by.standing.heads)
    near = set(rows.filter(Q(state=State.REPORTED.value) | mine | asked).values_list("pk", flat=True))
    running: dict[int, bool] = {}
    found = []
    for each in rows:
        if each.pk not in near and each.plan_id not in running:
            running[each.plan_id] = controls(by, each.plan)
        if each.pk in near or running[each.plan_id]:
            found.append(each)
    return found


def find_evaluation(by: Acting, evaluation_id: int) -> Evaluation:
    """The evaluation, where this reader may know of it.

    Raises:
        Refused: (HTTP 404) where there is none for this reader.
    """
    found = all_evaluations().filter(pk=min(evaluation_id, _LARGEST)).first()
    if found is None or not may_know(by, found):
        raise _none()
    return found


def may_know(by: Acting, evaluation: Evaluation) -> bool:
    """Whether this reader may know of the evaluation at all."""
    return (
        evaluation.state == State.REPORTED
        or evaluator_of(by, evaluation) is not None
        or controls(by, evaluation.plan)
        or (evaluation.state == State.COMPILED and is_asked(by, evaluation.findings.select_related("agency")))
    )


def is_asked(by: Acting, findings: Iterable[EvaluationFinding]) -> bool:
    """Whether a finding asks an agency this person serves or signs for."""
    own = by.standing.agencies | by.standing.heads
    return any(each.agency is not None and each.agency.code in own for each in findings)


def lock_evaluation(evaluation_id: int) -> Evaluation:
    """The evaluation, its row locked until the transaction ends (HTTP 404 where there is none)."""
    rows = Evaluation.objects.select_for_update(of=("self",)).select_related("plan", "version")
    found = rows.filter(pk=min(evaluation_id, _LARGEST)).first()
    if found is None:
        raise _none()
    return found


def evaluator_of(by: Acting, evaluation: Evaluation) -> Evaluator | None:
    """This person as an evaluator; None for anybody who was not asked."""
    if by.person_id is None:
        return None
    return Evaluator.objects.filter(evaluation=evaluation, person_id=by.person_id).first()


def require_evaluator(by: Acting, evaluation: Evaluation) -> Evaluator:
    """This person as an evaluator (HTTP 403 for anybody who was not asked)."""
    allow(by, Action.SCORE)
    found = evaluator_of(by, evaluation)
    if found is None:
        raise NotEvaluator(
            Sentence(
                "這一步由受聘的評估委員本人辦理。", "This step belongs to the evaluators, each in person."
            ),
            status=403,
        )
    return found


def check_run(by: Acting, evaluation: Evaluation, step: Step) -> None:
    """Require that this person runs the plan's evaluations and this one stands where the step is taken."""
    allow(by, ARROWS[step].action, matter_of(evaluation.plan))
    require_step(step, evaluation)


def scored_in(version: PlanVersion) -> list[Element]:
    """The elements that are scored: the measures and programmes of a version, in printed order."""
    return list(Element.objects.filter(version=version, kind__in=REPORTED).order_by("order"))


def _none() -> Refused:
    return not_found(
        "沒有這次評估，或您無權閱覽。", "There is no such evaluation, or it is not yours to see."
    )
