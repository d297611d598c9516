"""What else there is about an item: names on foreign lists, programmes, questions answered.

Those nouns stand above this one and keep their own rows; each answers here once the apps are ready.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from coretech.kit.sentence import Sentence


class Kind(Enum):
    """The sections of an item's page that others fill."""

    FOREIGN = Sentence("外國清單上的相關項目", "Related items on foreign lists")
    PROFILES = Sentence("技術特徵", "What defines it")
    PROGRAMMES = Sentence("相關計畫", "Related programmes")
    QUESTIONS = Sentence("已答覆的範疇問題", "Questions answered about it")


@dataclass(frozen=True, slots=True)
class Related:
    """One thing to name, and where it is."""

    words: Sentence
    href: str


Ask = Callable[[int], Iterable[Related]]

_answers: dict[Kind, Ask] = {}


def answered_by(kind: Kind, ask: Ask) -> None:
    """Let the noun that keeps them answer for one kind."""
    _answers[kind] = ask


def related_to(number: int) -> list[tuple[Sentence, list[Related]]]:
    """What there is about an item, section by section; a section of which there is nothing is left out."""
    told = [(kind.value, list(_answers[kind](number))) for kind in Kind if kind in _answers]
    return [(title, found) for title, found in told if found]
