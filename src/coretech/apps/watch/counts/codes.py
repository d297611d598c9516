"""Classes of patents and codes of goods that stand for a technology: as named here, or as bundled."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from coretech.apps.watch.models import TechnologyCodes, WatchedTechnology
from coretech.kit.refusal import bad_input

MOST, LONGEST = 40, 10
_CLASS = re.compile(r"[A-HY]\d{2}[A-Z]?")
_GOODS = re.compile(r"\d{2}(\d{2}){0,4}")
_BETWEEN = re.compile(r"[\s,;，；、]+")


@dataclass(frozen=True, slots=True)
class Codes:
    """What a technology is counted by in tables of patents and of trade; ``number`` 0 is as bundled."""

    classes: Sequence[str]
    goods: Sequence[str]
    number: int = 0


def codes_of(technology: WatchedTechnology) -> Codes:
    """The newest that were named; else those that come with the program, or none."""
    return _codes(technology, technology.codes.order_by("-number").first())


def codes_by_technology(
    technologies: Iterable[WatchedTechnology],
) -> Iterator[tuple[WatchedTechnology, Codes]]:
    """The same of many."""
    newest = {row.technology_id: row for row in TechnologyCodes.objects.order_by("number")}
    for each in technologies:
        yield each, _codes(each, newest.get(each.pk))


def versions(technology: WatchedTechnology) -> list[TechnologyCodes]:
    """What was named, the newest first."""
    return list(technology.codes.order_by("-number"))


def written_codes(text: str) -> list[str]:
    """The codes of a text, between spaces, commas or lines, each once."""
    return list(dict.fromkeys(each.upper() for each in _BETWEEN.split(text) if each))


def sound_classes(given: Sequence[str]) -> list[str]:
    """Subclasses such as ``H01L``, or classes such as ``H01``; what goes on behind the subclass is left away.

    Raises:
        Refused: (HTTP 422) where one is none, or there are too many.
    """
    cut = list(dict.fromkeys(each.strip().upper()[:4] for each in given))
    return _sound(
        "classes", cut, _CLASS, ("CPC或IPC次類，例如 H01L", "a subclass of CPC or IPC, such as H01L")
    )


def sound_goods(given: Sequence[str]) -> list[str]:
    """Codes of goods of 2 to 10 digits, without the dots.

    Raises:
        Refused: (HTTP 422) where one is none, or there are too many.
    """
    bare = list(dict.fromkeys(each.strip().replace(".", "") for each in given))
    return _sound(
        "goods", bare, _GOODS, ("HS號列，偶數位數字，例如 8542", "an HS code of 2, 4, 6 … digits: 8542")
    )


def _sound(field: str, given: list[str], form: re.Pattern[str], what: tuple[str, str]) -> list[str]:
    if len(given) > MOST:
        raise bad_input(field, f"最多{MOST}個。", f"At most {MOST}.")
    wrong = next((each for each in given if not form.fullmatch(each)), None)
    if wrong is not None:
        raise bad_input(field, f"「{wrong[:20]}」不是{what[0]}。", f"“{wrong[:20]}” is not {what[1]}.")
    return sorted(given)


def _codes(technology: WatchedTechnology, row: TechnologyCodes | None) -> Codes:
    if row is None:
        return bundled_codes().get(technology.code, Codes((), ()))
    return Codes(tuple(row.classes), tuple(row.goods), row.number)


@cache
def bundled_codes() -> Mapping[str, Codes]:
    """What comes with the program, by the codes of technologies."""
    file = resources.files("coretech.data").joinpath("watch", "codes.csv")
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["technology_id"]: Codes(_split(row["classes"]), _split(row["goods"])) for row in rows}


def _split(text: str) -> tuple[str, ...]:
    return tuple(each for each in text.split(";") if each)
