"""Rulings with the question each answers, for a heading."""

from collections.abc import Iterable

from coretech.kit.sentence import Sentence
from coretech.law.catalogue import ENTRIES
from coretech.law.ruling import Ruling


def questions(rulings: Iterable[Ruling]) -> list[tuple[Sentence, Ruling]]:
    """Each ruling under its question's title."""
    return [(ENTRIES[ruling.question].question.title, ruling) for ruling in rulings]
