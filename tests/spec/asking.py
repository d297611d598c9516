"""Asking the law in a test: facts by name, on a day that is nobody's anniversary."""

from datetime import date

from coretech.law import Ruling, ask

DAY = date(2025, 3, 3)

YES, NO, NOT_APPLICABLE = "yes", "no", "not_applicable"


def ruling(question: str, **facts: object) -> Ruling:
    """The ruling on facts; a trailing underscore keeps a fact off Python's own words."""
    return ask(question, {name.rstrip("_"): value for name, value in facts.items()}, as_of=DAY)


def outcome(question: str, **facts: object) -> str:
    """Only the outcome."""
    return ruling(question, **facts).outcome.value


def readings(question: str, **facts: object) -> dict[str, str]:
    """What each other reading gives."""
    return {reading.id: reading.outcome.value for reading in ruling(question, **facts).readings}


def warnings(question: str, **facts: object) -> list[str]:
    """The codes of the warnings."""
    return [warning.code for warning in ruling(question, **facts).warnings]


def articles(question: str, **facts: object) -> list[str]:
    """The paragraphs cited."""
    return [article.number for article in ruling(question, **facts).articles]
