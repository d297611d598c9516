"""Compiling an evaluation: from then on no score changes, and the means are told."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.evaluations.access import check_run, lock_evaluation
from coretech.apps.reports.evaluations.compiling import Compiled, compiled_of
from coretech.apps.reports.evaluations.scoring import places_of
from coretech.apps.reports.evaluations.states import State, Step
from coretech.apps.reports.models import Evaluation
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence

LONGEST_WHY = 2000


def check(by: Acting, evaluation: Evaluation) -> None:
    """Whether this person runs the evaluation, and it is being scored."""
    check_run(by, evaluation, Step.COMPILE)


@operation
def compile_evaluation(by: Acting, evaluation_id: int, why: str = "") -> Act:
    """Close the scoring; ``why`` says why, where evaluators have not scored everything open to them."""
    evaluation = lock_evaluation(evaluation_id)
    check(by, evaluation)
    _refuse_unfinished(by, evaluation, why)
    compiled = compiled_of(evaluation)
    if not compiled.evaluators:
        raise wrong_state("還沒有任何評分。", "Nothing is scored yet.")
    evaluation.state = State.COMPILED
    evaluation.save(update_fields=["state"])
    act = record(by, "evaluation.compiled", evaluation.subject, public=_public(compiled), why=why.strip())
    told = Sentence("評估結果已彙整", "The evaluation is compiled")
    accounts = evaluation.evaluators.values_list("person__account_id", flat=True)
    notify(act, [each for each in accounts if each is not None], told, f"/evaluations/{evaluation.pk}/")
    return act


def _refuse_unfinished(by: Acting, evaluation: Evaluation, why: str) -> None:
    waiting = sum(not each.is_done for each in places_of(evaluation, by.today))
    if waiting and not why.strip():
        raise bad_input(
            "why",
            f"還有{waiting}位委員未評完；仍要彙整，請寫明理由。",
            f"Evaluators who are not done: {waiting}. To compile all the same say why.",
        )
    if len(why) > LONGEST_WHY:
        raise bad_input("why", f"理由請在{LONGEST_WHY}字以內。", f"At most {LONGEST_WHY} characters.")


def _public(compiled: Compiled) -> dict[str, object]:
    return {
        "evaluators": compiled.evaluators,
        "elements": len(compiled.lines),
        "thin": len(compiled.thin),
        "mean": None if compiled.mean is None else str(compiled.mean),
        "digest": compiled.digest,
    }
