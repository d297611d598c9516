"""What a cell of a schedule is, by what it holds: a number, dates, agencies, or text."""

import re
from dataclasses import dataclass
from enum import StrEnum

from coretech.kit.roc_spans import spans_and_rest
from coretech.readers.plans.agencies import is_agencies
from coretech.readers.plans.wording import plain, untagged


class Is(StrEnum):
    """The sorts of a cell; the first five are a schedule's columns."""

    ITEM = "item"
    APPROACH = "approach"
    WORK = "work"
    DATE = "date"
    AGENCY = "agency"
    TEXT = "text"
    BLANK = "blank"


COLUMNS = (Is.ITEM, Is.APPROACH, Is.WORK, Is.DATE, Is.AGENCY)
_HEAD = 12
_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_DEPTH = {1: Is.ITEM, 2: Is.APPROACH, 3: Is.WORK}
_NUMBER = re.compile(r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,2})(?P<dot>\.?)\s*(?P<text>.*)", re.DOTALL)
_NEXT_WORK = re.compile(r"(?<![0-9.~\-])([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2})\.?(?=\s|[^0-9.\s])")
_PHASE = re.compile(r"[^，。；、0-9]{0,2}|[^，。；、0-9]{0,14}(?:期|階段|申請|受理|執行)[^，。；、0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Typed:
    """A cell with what it is: ``number`` where it has one, and its words without it."""

    sort: Is
    text: str
    number: str = ""
    raw: str = ""


def typed(raw: str, *, first: bool = False) -> list[Typed]:
    """What a cell holds; one whose text runs on into the next work item is two.

    ``first`` says that it stands first in its row: there ``1.5G 加速`` is item 1 and not approach 1.5.
    """
    text = plain(raw)
    if not text:
        return [Typed(Is.BLANK, "", raw=raw)]
    numbered = _numbered(text, first=first)
    if numbered is not None:
        return _parted(numbered, raw)
    if is_dates(text):
        return [Typed(Is.DATE, text, raw=raw)]
    if is_agencies(raw):
        return [Typed(Is.AGENCY, untagged(raw), raw=raw)]
    return [Typed(Is.TEXT, text, raw=raw)]


def is_dates(text: str) -> bool:
    """Whether a cell is nothing but spans of time with the short names of their phases."""
    found, rest = spans_and_rest(text)
    return bool(found) and all(_PHASE.fullmatch(each) for each in (*(span.label for span in found), rest))


def _numbered(text: str, *, first: bool) -> Typed | None:
    head = text[:_HEAD].translate(_WIDTH) + text[_HEAD:]
    match = _NUMBER.match(head)
    if match is None:
        return None
    number, dot, rest = match.group("number"), match.group("dot"), match.group("text")
    depth = number.count(".") + 1
    if depth == 1 and not dot:
        return None
    if depth == 2 and first and not dot and re.match(r"[A-Za-z]", head[len(number) :]):  # noqa: PLR2004 - 1.5G
        number, _, digits = number.partition(".")
        return Typed(Is.ITEM, digits + head[match.start("text") :], number)
    if re.match(r"[%~\-/,0-9]", rest) or not (rest or depth == 3):  # noqa: PLR2004 - a figure, no number of a row
        return None
    return Typed(_DEPTH[depth], rest, number)


def _parted(cell: Typed, raw: str) -> list[Typed]:
    """The cell, cut where the next number in order begins within it."""
    parts, rest = [], cell
    while rest.sort is Is.WORK:
        found = next((m for m in _NEXT_WORK.finditer(rest.text) if _follows(rest.number, m.group(1))), None)
        if found is None:
            break
        parts.append(Typed(Is.WORK, rest.text[: found.start()].strip(), rest.number, raw))
        rest = Typed(Is.WORK, rest.text[found.end() :].strip(), found.group(1), raw)
    return [*parts, Typed(rest.sort, rest.text, rest.number, raw)]


def _follows(one: str, other: str) -> bool:
    """Whether a number is the next one of the same approach."""
    head, _, last = one.rpartition(".")
    return other == f"{head}.{int(last) + 1}"
