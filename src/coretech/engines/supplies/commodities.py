"""The commodities and the standards of cover that travel with the package, each with its document and line."""

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files

from coretech.engines.supplies.figures import Basis, Standard
from coretech.engines.supplies.periods import Frequency
from coretech.engines.supplies.use import UseRule
from coretech.kit.sentence import Sentence


class Category(StrEnum):
    """The chapters of the programme that a commodity stands in."""

    ENERGY = "energy"
    CIVIL = "civil"
    BUILDING = "building"
    INDUSTRIAL = "industrial"


@dataclass(frozen=True, slots=True)
class Origin:
    """A line of a document, and what in the row is our own judgement; empty where nothing is."""

    document: str
    line: int
    note: Sentence | None


@dataclass(frozen=True, slots=True)
class Commodity:
    """A commodity; ``authority`` is the code of the agency it is reported to, ``public`` whether anybody may see it."""

    slug: str
    name: Sentence
    unit: str
    frequency: Frequency
    category: Category
    authority: str
    use_rule: UseRule
    public: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class Sourced:
    """A standard of cover, and where it is written."""

    standard: Standard
    origin: Origin


@cache
def bundled_commodities() -> tuple[Commodity, ...]:
    """The commodities, in the order of the programme."""
    return tuple(
        Commodity(
            row["slug"],
            Sentence(row["zh"], row["en"]),
            row["unit"],
            Frequency(row["frequency"]),
            Category(row["category"]),
            row["authority"],
            UseRule(row["use_rule"]),
            row["public"] == "yes",
            _origin(row),
        )
        for row in _rows("commodities.csv")
    )


@cache
def bundled_standards() -> dict[str, tuple[Sourced, ...]]:
    """The standards of each commodity that has any, by its slug, in the order they begin."""
    held: dict[str, tuple[Sourced, ...]] = {}
    for row in _rows("cover_standards.csv"):
        start, end = dt.date.fromisoformat(row["from"]), row["until"]
        until = dt.date.fromisoformat(end) if end else None
        standard = Standard(Decimal(row["days"]), Basis(row["basis"]), start, until)
        held[row["commodity"]] = (*held.get(row["commodity"], ()), Sourced(standard, _origin(row)))
    return held


def _origin(row: dict[str, str]) -> Origin:
    note = Sentence(row["note_zh"], row["note_en"]) if row["note_zh"] else None
    return Origin(row["document"], int(row["line"]), note)


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files("coretech.data") / name).read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines()))
