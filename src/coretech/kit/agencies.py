"""Agencies under the names they bore on a day, and whose duties went to whom."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class AgencyName:
    """A name and the days it was borne, both ends included; open where none is known."""

    code: str
    name: Sentence
    valid_from: date | None
    valid_until: date | None
    source: str = ""

    def borne_on(self, day: date) -> bool:
        """Whether the agency bore the name on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class ShortName:
    """What an agency is called in daily use and in tables; ``code`` is empty for one without a row of its own."""

    name: str
    code: str
    full: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """Duties that went from one agency to another."""

    from_code: str
    to_code: str
    on: date
    what: Sentence


class NoSuchAgency(LookupError):  # noqa: N818 - what it says is the whole of it
    """No agency of that code, or none that bore a name on that day."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


def name_on(code: str, day: date, names: Iterable[AgencyName] | None = None) -> Sentence:
    """What an agency was called on a day.

    Args:
        code: such as ``nstc``.
        day: the day.
        names: the names to look in, those bundled by default.

    Raises:
        NoSuchAgency: when none bore a name under that code on that day.
    """
    for each in bundled_names() if names is None else names:
        if each.code == code and each.borne_on(day):
            return each.name
    raise NoSuchAgency(
        Sentence(f"{day} 沒有代碼為 {code} 的機關", f"no agency of the code {code} was there on {day}")
    )


def successors(
    code: str, day: date, successions: Iterable[Succession] | None = None
) -> tuple[Succession, ...]:
    """To whom an agency's duties had gone by a day, in the order they went."""
    known = bundled_successions() if successions is None else successions
    gone = [each for each in known if each.from_code == code and each.on <= day]
    return tuple(sorted(gone, key=lambda each: each.on))


@cache
def bundled_names() -> tuple[AgencyName, ...]:
    """The names that travel with the package."""
    return tuple(
        AgencyName(
            row["code"],
            Sentence(row["name_zh"], row["name_en"]),
            _day(row["valid_from"]),
            _day(row["valid_until"]),
            row["source"],
        )
        for row in _rows("agencies.csv")
    )


@cache
def bundled_short_names() -> tuple[ShortName, ...]:
    """The short names that travel with the package; all of agencies and their units, whenever they were borne."""
    return tuple(
        ShortName(row["short_zh"], row["code"], row["full_zh"], row["source"])
        for row in _rows("agency_short_names.csv")
    )


@cache
def bundled_successions() -> tuple[Succession, ...]:
    """The successions that travel with the package."""
    return tuple(
        Succession(
            row["from_code"],
            row["to_code"],
            date.fromisoformat(row["on"]),
            Sentence(row["what_zh"], row["what_en"]),
        )
        for row in _rows("successions.csv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files("coretech.data") / name).read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines()))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
