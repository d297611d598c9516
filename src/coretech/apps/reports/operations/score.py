"""An evaluator scores one element by every criterion."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.evaluations.access import lock_evaluation, require_evaluator, scored_in
from coretech.apps.reports.evaluations.scoring import closed_to, declaration_of, own_scores
from coretech.apps.reports.evaluations.states import Step, require_step
from coretech.apps.reports.models import Criterion, Evaluation, Evaluator, Score
from coretech.kit.refusal import Refused, bad_input, not_found, wrong_state

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Mark:
    """A score by one criterion, with a word on it."""

    score: Decimal
    comment: str = ""


def check(by: Acting, evaluation: Evaluation, element_key: str) -> Evaluator:
    """This person as an evaluator to whom the element is open."""
    found = require_evaluator(by, evaluation)
    if declaration_of(found) is None:
        raise wrong_state("請先申報利益關係，再評分。", "Declare your interests before you score.")
    require_step(Step.SCORE, evaluation)
    if all(each.key != element_key for each in scored_in(evaluation.version)):
        raise not_found("計畫沒有這一項可評分的措施。", "The plan has no such measure to score.")
    closed = closed_to(found, evaluation.version, by.today).get(element_key)
    if closed is not None:
        raise Refused(closed, status=403)
    return found


@operation
def score(by: Acting, evaluation_id: int, element_key: str, marks: Mapping[int, Mark]) -> Act:
    """Score an element by each criterion's number; what changed takes the place of what was, which stays on record."""
    evaluation = lock_evaluation(evaluation_id)
    evaluator = check(by, evaluation, element_key)
    criteria = list(evaluation.criteria.order_by("order"))
    _refuse_bad(criteria, marks)
    before = {each.criterion_id: each for each in own_scores(evaluator, element_key)}
    changed = [each for each in criteria if _differs(before.get(each.pk), marks[each.order])]
    if not changed:
        raise bad_input(
            "marks", "與目前的評分相同，沒有要儲存的。", "These are the scores on record already."
        )
    rows = [
        Score.objects.create(
            evaluator=evaluator,
            criterion=each,
            element_key=element_key,
            score=marks[each.order].score,
            comment=marks[each.order].comment.strip(),
            at=by.at,
        )
        for each in changed
    ]
    return record(
        by,
        "evaluation.scored",
        evaluation.subject,
        public={"scores": len(rows)},
        confidential={"evaluator": evaluator.pk, "element": element_key},
        rows=rows,
    )


def _differs(before: Score | None, mark: Mark) -> bool:
    return before is None or before.score != mark.score or before.comment != mark.comment.strip()


def _refuse_bad(criteria: list[Criterion], marks: Mapping[int, Mark]) -> None:
    unknown = set(marks) - {each.order for each in criteria}
    if unknown:
        raise bad_input("marks", "沒有這個評估構面。", "There is no such criterion.")
    for each in criteria:
        mark, field = marks.get(each.order), f"score-{each.order}"
        if mark is None:
            raise bad_input(field, f"請評「{each.zh}」。", f"Score “{each.en}”.")
        if not (
            mark.score.is_finite() and 0 <= mark.score <= each.most and mark.score == round(mark.score, 2)
        ):
            raise bad_input(
                field,
                f"「{each.zh}」的評分為0至{each.most}，至多兩位小數。",
                f"“{each.en}” is scored from 0 to {each.most}, with two decimals at most.",
            )
        if len(mark.comment) > LONGEST:
            raise bad_input(
                f"comment-{each.order}", f"請在{LONGEST}字以內。", f"At most {LONGEST} characters."
            )
