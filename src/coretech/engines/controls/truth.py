"""Three answers and how they combine: Kleene's strong logic of yes, no and undetermined."""

from collections.abc import Iterable
from enum import StrEnum


class Answer(StrEnum):
    """What the facts say of a criterion."""

    YES = "yes"
    NO = "no"
    UNDETERMINED = "undetermined"


def negated(answer: Answer) -> Answer:
    """The opposite; what is undetermined stays so."""
    return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(answer, answer)


def all_of(answers: Iterable[Answer]) -> Answer:
    """Yes where all are; no where any is, whatever the others; else undetermined."""
    found = set(answers)
    if Answer.NO in found:
        return Answer.NO
    return Answer.UNDETERMINED if Answer.UNDETERMINED in found else Answer.YES


def any_of(answers: Iterable[Answer]) -> Answer:
    """Yes where any is, whatever the others; no where all are; else undetermined."""
    return negated(all_of(negated(each) for each in answers))
