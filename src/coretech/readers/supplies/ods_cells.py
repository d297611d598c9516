"""The cells of one row of an ODS table as text, with the formulas and merged cells among them.

Source: OASIS Open Document Format 1.3, part 3: 9.1 (cells), 19.385 (values), 6.1.3 (spaces).
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from lxml import etree

from coretech.readers.supplies.lines import FORMULA, MERGED, MOST_COLUMNS, Flaw, Line, too_wide
from coretech.readers.supplies.numbers import is_plain, plain

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, _OFFICE, _TEXT = (f"{{{_NS}{name}:1.0}}" for name in ("table", "office", "text"))
_CELLS = frozenset({f"{TABLE}table-cell", f"{TABLE}covered-table-cell"})
_FORMULA, _COLUMNS = f"{TABLE}formula", f"{TABLE}number-columns-repeated"
_SPANS = (f"{TABLE}number-columns-spanned", f"{TABLE}number-rows-spanned")
_TYPE, _VALUE, _DATE = (f"{_OFFICE}{name}" for name in ("value-type", "value", "date-value"))
_NUMBERS = frozenset({"float", "percentage", "currency"})
_P, _NOTE = f"{_TEXT}p", f"{_OFFICE}annotation"
_BREAKS = frozenset(f"{_TEXT}{name}" for name in ("s", "tab", "line-break"))
_LONGEST_COUNT = 9
_UNUSUAL = frozenset({_FORMULA, _COLUMNS, *_SPANS})


def line_of(number: int, row: etree._Element) -> Line:
    """The cells of a row, without what is empty at its end.

    Raises:
        Refused: (HTTP 422) for more columns than any return has.
    """
    cells: list[str] = []
    flaws: list[Flaw] = []
    for cell in row:
        if cell.tag in _CELLS:
            told = dict(cell.items())
            text = _said(cell, told)
            times = 1
            if not _UNUSUAL.isdisjoint(told):
                flaws += _flaws(len(cells) + 1, told)
                times = times_of(told.get(_COLUMNS))
            if text and len(cells) + times > MOST_COLUMNS:
                raise too_wide(number)
            cells += [text] * min(times, MOST_COLUMNS)
    while cells and not cells[-1]:
        cells.pop()
    return Line(number, tuple(cells), tuple(flaws))


def times_of(said: str | None) -> int:
    """How often something is repeated or spans; once where nothing is said, or nothing that can be."""
    if said is None:
        return 1
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= _LONGEST_COUNT else 1


def _flaws(place: int, told: Mapping[str, str]) -> list[Flaw]:
    flaws = [Flaw(place, FORMULA)] if _FORMULA in told else []
    merged = any(times_of(told.get(name)) > 1 for name in _SPANS)
    return [*flaws, Flaw(place, MERGED)] if merged else flaws


def _said(cell: etree._Element, told: Mapping[str, str]) -> str:
    """What a cell says: a number as its digits, a date as ISO writes it, else its text."""
    kind = told.get(_TYPE)
    if kind in _NUMBERS:
        return _number(told.get(_VALUE, ""))
    if kind == "date":
        return told.get(_DATE, "")[:10]
    return " ".join([_words(each) for each in cell if each.tag == _P]).strip()


def _number(text: str) -> str:
    if is_plain(text):
        return text
    try:
        return plain(Decimal(text))
    except InvalidOperation:
        return text


def _words(element: etree._Element) -> str:
    """The words of a paragraph, with a space for each of its breaks, and without what is noted beside it."""
    if element.tag in _BREAKS:
        return " "
    words = element.text or ""
    for each in element:
        words += ("" if each.tag == _NOTE else _words(each)) + (each.tail or "")
    return words
