"""An evaluator declares interests; what is declared is closed to this evaluator from then on."""

from collections.abc import Collection

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.evaluations.access import lock_evaluation, require_evaluator
from coretech.apps.reports.evaluations.scoring import declaration_of
from coretech.apps.reports.evaluations.states import State, Step, require_step
from coretech.apps.reports.models import Evaluation, Evaluator, InterestDeclaration
from coretech.apps.reports.revisions.elements import tree_of
from coretech.kit.refusal import bad_input

LONGEST = 2000


def check(by: Acting, evaluation: Evaluation) -> Evaluator:
    """This person as an evaluator who may still declare."""
    found = require_evaluator(by, evaluation)
    require_step(Step.DECLARE, evaluation)
    return found


@operation
def declare_interest(by: Acting, evaluation_id: int, element_keys: Collection[str], text: str = "") -> Act:
    """Declare the elements in which there is an interest, none where there is none; a later one only adds."""
    evaluation = lock_evaluation(evaluation_id)
    evaluator = check(by, evaluation)
    keys = sorted(set(element_keys))
    _refuse_bad(evaluation, evaluator, keys, text)
    made = InterestDeclaration.objects.create(
        evaluator=evaluator, element_keys=keys, text=text.strip(), at=by.at
    )
    if evaluation.state == State.PREPARED:
        evaluation.state = State.SCORING
        evaluation.save(update_fields=["state"])
    return record(
        by,
        "evaluation.interest_declared",
        evaluation.subject,
        public={"declared": InterestDeclaration.objects.filter(evaluator__evaluation=evaluation).count()},
        confidential={"evaluator": evaluator.pk, "elements": keys},
        rows=[made],
    )


def _refuse_bad(evaluation: Evaluation, evaluator: Evaluator, keys: list[str], text: str) -> None:
    unknown = [key for key in keys if key not in tree_of(evaluation.version).by_key]
    if unknown:
        raise bad_input(
            "elements", f"計畫沒有這一項：{unknown[0]}。", f"The plan has no such entry: {unknown[0]}."
        )
    before = declaration_of(evaluator)
    if before is not None and not set(before.element_keys) <= set(keys):
        raise bad_input(
            "elements",
            "先前申報的項目不能撤回；可以增加。",
            "What was declared before is not withdrawn; you may add to it.",
        )
    if keys and not text.strip():
        raise bad_input("text", "請說明是什麼關係。", "Say what the interest is.")
    if len(text) > LONGEST:
        raise bad_input("text", f"說明請在{LONGEST}字以內。", f"At most {LONGEST} characters.")
