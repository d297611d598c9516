"""What is typed for an evaluation: criteria as ZH|EN|WEIGHT|MOST, scores as NO=SCORE."""

from decimal import Decimal, InvalidOperation

from coretech.apps.reports.operations.prepare_evaluation import CriterionGiven
from coretech.apps.reports.operations.score import Mark
from coretech.kit.refusal import bad_input

USUAL_MOST = "5"


def criterion_of(text: str) -> CriterionGiven:
    """A criterion; its highest score is 5 where it is left out.

    Raises:
        Refused: (HTTP 422) for anything else.
    """
    zh, _, rest = text.partition("|")
    en, _, rest = rest.partition("|")
    weight, _, most = rest.partition("|")
    most = most or USUAL_MOST
    if not (most.isascii() and most.isdecimal()):
        raise bad_input(
            "criterion", "構面寫成「中文|英文|權重|滿分」。", "Write a criterion as ZH|EN|WEIGHT|MOST."
        )
    return CriterionGiven(zh, en, _figure("criterion", weight), int(most))


def mark_of(text: str) -> tuple[int, Mark]:
    """A criterion's number and its score.

    Raises:
        Refused: (HTTP 422) for anything else.
    """
    number, _, figure = text.partition("=")
    if not (number.isascii() and number.isdecimal()):
        raise bad_input("mark", "評分寫成「構面=分數」，例如1=4。", "Write a score as NO=SCORE, such as 1=4.")
    return int(number), Mark(_figure("mark", figure))


def _figure(field: str, text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise bad_input(field, f"「{text}」不是數字。", f"“{text}” is no number.") from None
