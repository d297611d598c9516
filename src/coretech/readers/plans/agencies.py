"""The agencies a cell names: who leads, who takes part, each with its unit in parentheses.

``(主)`` and ``(協)`` mark the two; without a mark all lead. Names may stand without anything between them
(經濟部資安處), so known names are found first, and what is left is parted by marks and spaces.
"""

import re
from dataclasses import dataclass
from functools import cache

from coretech.kit.agencies import bundled_names, bundled_short_names
from coretech.readers.plans.wording import HAN, untagged

_LEAD = re.compile(r"[(（]\s*主\s*[)）]|主辦(?:機關|單位)?\s*[：:]|主責?\s*[：:]")
_CO = re.compile(r"[(（]\s*協\s*[)）]|協辦(?:機關|單位)?\s*[：:]|協\s*[：:]")
_SLASH = re.compile(r"[／/]")
_PARTING = re.compile(r"[、，,；;\s]+")
_UNIT = re.compile(r"\s*[(（]([^()（）]*)[)）]")
_ENDS = re.compile(
    rf"[{HAN}A-Za-z]{{1,14}}(?:部|會|院|處|署|局|司|辦|室|所|府|行|公司|基金|單位|中心|法人|大學|學校)$"
)
_LONGEST = 16
_CABINET = "行政院"


@dataclass(frozen=True, slots=True)
class Agencies:
    """Who leads and who takes part; ``marked`` says whether the cell tells the two apart."""

    lead: tuple[str, ...] = ()
    co: tuple[str, ...] = ()
    marked: bool = False

    def with_co(self, other: "Agencies") -> "Agencies":
        """The two halves of one cell: what the second adds to the first."""
        lead = self.lead + tuple(name for name in other.lead if name not in self.lead)
        co = self.co + tuple(name for name in other.co if name not in self.co)
        return Agencies(lead, co, self.marked or other.marked)


def agencies_in(cell: str, *, slash_parts: bool = False) -> Agencies:
    """The agencies of a cell; with ``slash_parts`` the one before a slash leads and those after it take part."""
    text = untagged(cell)
    co_at = _CO.search(text)
    if co_at is not None:
        return Agencies(_names(text[: co_at.start()]), _names(text[co_at.end() :]), marked=True)
    if _LEAD.search(text):
        return Agencies(_names(text), (), marked=True)
    first, *rest = _SLASH.split(text) if slash_parts else [text]
    return Agencies(_names(first), _names("、".join(rest)), marked=bool(rest))


def is_agencies(cell: str) -> bool:
    """Whether a cell is nothing but names of agencies, by what it holds and not by where it stands."""
    text = untagged(cell)
    if not text or len(text) > 20 * _LONGEST:
        return False
    marked = _LEAD.search(text) or _CO.search(text)
    names = _names(_CO.sub("、", text))
    bases = [name.partition("(")[0] for name in names]
    known = any(base in known_names() for base in bases)
    return bool(names) and bool(marked or known) and all(_could_be(base) for base in bases)


def _could_be(base: str) -> bool:
    return base in known_names() or (len(base) <= _LONGEST and _ENDS.fullmatch(base) is not None)


@cache
def known_names() -> frozenset[str]:
    """Every name of an agency we know, in full and in short."""
    short = {each.name for each in bundled_short_names()}
    return frozenset(short | {each.name.zh for each in bundled_names()})


def _names(text: str) -> tuple[str, ...]:
    """The names in a text, each once, in order; a unit stays with its agency."""
    found: list[str] = []
    rest = _whole_units(_LEAD.sub("", _SLASH.sub("、", text)).strip())
    while rest:
        name, rest = _next(rest)
        if name and name not in found:
            found.append(name)
    return tuple(found)


def _whole_units(text: str) -> str:
    """The text with units in one pair of parentheses each, where a page's end cut them: ``(a、b)c)``, ``(a、b``."""
    opened, closed = len(re.findall(r"[(（]", text)), len(re.findall(r"[)）]", text))
    if closed > opened:
        return re.sub(r"[)）]\s*([^()（）]*[)）])", r"\1", text, count=closed - opened)
    return text + ")" * (opened - closed)


def _next(text: str) -> tuple[str, str]:
    """The first name of a text with its unit, and what follows."""
    start = _PARTING.match(text)
    text = text[start.end() :] if start else text
    text = re.sub(r"^及(?=各)", "", text)
    base = next((name for name in _by_length() if text.startswith(name)), "")
    if base == _CABINET:
        base += next((name for name in _by_length() if text.startswith(name, len(base))), "")
    if not base:
        match = re.match(r"[^、，,；;\s(（]+", text)
        if match is None:
            return "", text[1:]
        base = _before_known(match.group())
    rest = text[len(base) :]
    unit = _UNIT.match(rest)
    if unit is None:
        return base, rest
    inner = "、".join(_units(unit.group(1)))
    return (f"{base}({inner})" if inner else base), rest[unit.end() :]


def _units(text: str) -> list[str]:
    """The units in parentheses; a space parts two of them only where a unit's name has ended before it."""
    found: list[str] = []
    for part in (piece.strip() for piece in re.split(r"[、，,；;]", text)):
        words = part.split(" ")
        spaced = [word for word in words if word]
        found += spaced if all(map(_ENDS.fullmatch, spaced)) else ["".join(spaced)]
    return [unit for unit in found if unit]


def _before_known(text: str) -> str:
    """The part of a run of characters before a known name begins in it; all of it where none does."""
    places = [text.find(name, 1) for name in _by_length()]
    return text[: min((place for place in places if place > 0), default=len(text))]


@cache
def _by_length() -> tuple[str, ...]:
    return tuple(sorted(known_names(), key=len, reverse=True))
