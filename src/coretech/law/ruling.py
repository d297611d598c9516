"""What the law answers: a ruling, never a bare yes or no."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NoReturn

from coretech.kit.sentence import Sentence


class Outcome(StrEnum):
    """What a ruling says under the reading in force."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"

    @classmethod
    def of(cls, holds: object) -> "Outcome":
        """Yes where a condition holds, no where it does not."""
        return cls.YES if holds else cls.NO


class Level(StrEnum):
    """Where a provision stands: in the article, or only in the explanation beside it."""

    TEXT = "text"
    EXPLANATION = "explanation"


@dataclass(frozen=True, slots=True)
class Article:
    """A paragraph that decides, such as ``5.3``, and whether the text or only its explanation says so."""

    number: str
    level: Level = Level.TEXT


@dataclass(frozen=True, slots=True)
class Warn:
    """Something to mend that does not block."""

    code: str
    text: Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """Another tenable reading of the same words, and what it gives for the same facts.

    ``values`` are those that make a dispute where they differ; ``figures`` only say how the outcome came about.
    """

    id: str
    outcome: Outcome
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    figures: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer to one question of law on given facts.

    ``disputed`` is true where another reading gives another outcome or other values.
    """

    question: str
    outcome: Outcome
    articles: tuple[Article, ...]
    reason: Sentence
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    warnings: tuple[Warn, ...] = ()
    readings: tuple[Reading, ...] = ()
    disputed: bool = False
    as_of: date | None = None

    def __post_init__(self) -> None:
        """A ruling cites at least one article."""
        if not self.articles:
            message = f"the ruling on {self.question} cites no article"
            raise ValueError(message)

    def __bool__(self) -> NoReturn:
        """A ruling has no truth value: ask for its outcome."""
        message = "a ruling has no truth value; compare ruling.outcome"
        raise TypeError(message)

    @property
    def is_yes(self) -> bool:
        """True where the outcome is yes."""
        return self.outcome is Outcome.YES

    @property
    def cited(self) -> str:
        """The articles for a caption, such as ``5.3, 5.4``."""
        return ", ".join(article.number for article in self.articles)

    def as_dict(self) -> dict[str, Any]:
        """The ruling as the public contract prints it."""
        return {
            "question": self.question,
            "outcome": self.outcome.value,
            "articles": [article.number for article in self.articles],
            "level": {article.number: article.level.value for article in self.articles},
            "reason": self.reason.as_dict(),
            "values": dict(self.values),
            "warnings": [warning.code for warning in self.warnings],
            "readings": {reading.id: reading.outcome.value for reading in self.readings},
            "disputed": self.disputed,
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
        }
