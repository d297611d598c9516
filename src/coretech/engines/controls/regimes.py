"""Regimes of control as data: items with dated criteria, and policies apart from them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from coretech.engines.controls.expression import Criterion
from coretech.kit.sentence import Sentence


class PolicyOutcome(StrEnum):
    """What a licensing policy says of a controlled thing for a destination."""

    EXCEPTION = "exception"
    CASE_BY_CASE = "case_by_case"
    PRESUMPTION_OF_DENIAL = "presumption_of_denial"


@dataclass(frozen=True, slots=True)
class Vintage:
    """A criterion with the days between which it is in force, both included; open where ``until`` is None."""

    start: dt.date
    until: dt.date | None
    when: Criterion
    written: str
    source: str

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force on a day."""
        return self.start <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of control. ``incomplete`` marks one whose words the source does not give."""

    id: str
    label: Sentence
    kinds: frozenset[str]
    citation: str
    vintages: tuple[Vintage, ...]
    note: Sentence | None = None
    announced: dt.date | None = None
    incomplete: bool = False

    def on(self, day: dt.date) -> Vintage | None:
        """The criterion in force on a day."""
        return next((each for each in self.vintages if each.holds_on(day)), None)


@dataclass(frozen=True, slots=True)
class Rule:
    """When a policy comes to which outcome."""

    when: Criterion
    written: str
    outcome: PolicyOutcome


@dataclass(frozen=True, slots=True)
class Policy:
    """How licences for some items are decided for some destinations between two days; the first rule that holds."""

    items: frozenset[str]
    destinations: frozenset[str]
    start: dt.date
    until: dt.date | None
    citation: str
    rules: tuple[Rule, ...]

    def speaks_of(self, item: Item, destination: str, day: dt.date) -> bool:
        """Whether it is about this item going there on this day."""
        in_force = self.start <= day and (self.until is None or day <= self.until)
        return in_force and item.id in self.items and destination in self.destinations


@dataclass(frozen=True, slots=True)
class Regime:
    """A country's controls of one kind, with who issues them, what they do, and where the data comes from."""

    id: str
    label: Sentence
    issuer: Sentence
    effect: str
    source: str
    items: tuple[Item, ...]
    policies: tuple[Policy, ...] = ()
