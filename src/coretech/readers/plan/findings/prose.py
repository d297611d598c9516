"""Figures in the text that the table they are taken from does not hold."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coretech.kit.sentence import Sentence
from coretech.readers.plan.findings.figures import TOTAL, dollars, is_number, is_share, shown
from coretech.readers.plan.read import Read
from coretech.readers.plan.records import NumberTable
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.paragraphs import Paragraph, paragraphs

_CITES = re.compile(r"表\s*(?P<no>[0-9]{1,3})(?![0-9])")
_AMOUNT = re.compile(
    r"(?<![0-9])(?<![0-9],)(?P<figure>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>(?:兆|億|百萬|萬|千)?元)"
)
_LISTED = re.compile(r"[，、；\s]*(?:以及|及|和|與)?\s*(?:約|為)?\s*")
_YEARS = re.compile(r"(?P<first>[0-9]{2,4})\s*年?度?\s*[至~～\-–]\s*(?P<last>[0-9]{2,4})\s*年")
_YEAR = re.compile(r"(?<![0-9])([0-9]{2,4})\s*年?")
_FIGURE = r"[）)]?\s*[（(]\s*第?\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*[名%位]?\s*[）)]"
_RANKED = r"進步\s*[0-9]+\s*名至第\s*([0-9]+)\s*名"
_GROWING = re.compile(r"[^。；]*(?:皆|均|都)(?:有所|有|呈現?)?(?:成長|增加|上升|提高)")
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Amounts:
    """Amounts that a sentence tells one after the other, and the years it tells them of."""

    figures: tuple[float, ...]
    unit: str
    years: tuple[int, int]
    place: int


def amounts(read: Read) -> Iterator[Finding]:
    """Amounts of several years that are not those of the table the paragraph cites."""
    for paragraph, table in _citing(read):
        for told in _amounts(paragraph.text):
            yield from _other_amounts(paragraph, table, told)


def _citing(read: Read) -> Iterator[tuple[Paragraph, NumberTable]]:
    """Each paragraph with each table it cites; a caption cites nothing."""
    tables = {table.no: table for table in read.tables}
    captions = {table.line for table in read.tables}
    for each in paragraphs(line for part in read.chapters for line in part.lines):
        for no in dict.fromkeys(int(match.group("no")) for match in _CITES.finditer(each.text)):
            if no in tables and each.line not in captions:
                yield each, tables[no]


def _amounts(text: str) -> Iterator[_Amounts]:
    """The lists of amounts that follow the years they are of, one for each year."""
    found = list(_AMOUNT.finditer(text))
    while found:
        run = [found.pop(0)]
        while found and _LISTED.fullmatch(text[run[-1].end() : found[0].start()]):
            run.append(found.pop(0))
        years = list(_YEARS.finditer(text, 0, run[0].start()))
        if years and len(run) > 1:
            span = int(years[-1].group("first")), int(years[-1].group("last"))
            if span[1] - span[0] + 1 == len(run):
                figures = tuple(float(each.group("figure").replace(",", "")) for each in run)
                yield _Amounts(figures, run[0].group("unit"), span, run[0].start())


def _other_amounts(paragraph: Paragraph, table: NumberTable, told: _Amounts) -> Iterator[Finding]:
    """One finding for all amounts that differ from the row they are most like; where none is like, from the total."""
    columns = [_column(table, year) for year in range(told.years[0], told.years[1] + 1)]
    scale = (dollars(table.unit) or 0) / (dollars(told.unit) or 1)
    if None in columns or not scale:
        return
    rows = [[row[place or 0] for place in columns] for row in table.rows]
    names = [str(row[0]) for row in table.rows]
    scaled = [
        [value * scale if is_number(value) else None for value in row]
        for row, name in zip(rows, names, strict=True)
    ]
    agreeing = [sum(map(_agree, told.figures, row)) for row in scaled]
    best = max(
        range(len(scaled)),
        key=lambda place: (agreeing[place], TOTAL.search(names[place]) is not None, -place),
    )
    wrong = [
        (table.header[place or 0], figure, value)
        for place, figure, value in zip(columns, told.figures, scaled[best], strict=True)
        if value is not None and not _agree(figure, value)
    ]
    if wrong:
        line = paragraph.line_at(told.place)
        yield _amounts_differ((line, table.line), table, names[best], told.unit, wrong)


def _column(table: NumberTable, year: int) -> int | None:
    """The column that is named for a year."""
    return next(
        (
            place
            for place, name in enumerate(table.header)
            if place and (match := _YEAR.match(name)) and int(match.group(1)) == year
        ),
        None,
    )


def _agree(figure: float, value: float | None) -> bool:
    """Whether a figure is a value rounded or cut to whole ones."""
    return value is not None and abs(figure - value) < 1


def _amounts_differ(
    lines: tuple[int, int], table: NumberTable, row: str, unit: str, wrong: list[tuple[str, float, float]]
) -> Finding:
    zh = "、".join(f"{name.partition(' ')[0]} {shown(figure)} {unit}" for name, figure, _ in wrong)
    real = "、".join(f"{shown(round(value, 1))} {unit}" for _, _, value in wrong)
    en = ", ".join(
        f"{shown(figure)} {unit} for {name.partition(' ')[0]} where the table has {shown(round(value, 1))}"
        for name, figure, value in wrong
    )
    return Finding(
        Kind.CONTRADICTION,
        tuple(sorted(lines)),
        Sentence(
            f"文中稱 {zh}，表{table.no}的「{row}」依序為 {real}。",
            f"The text says {en} (table {table.no}, “{row}”).",
        ),
    )


def named(read: Read) -> Iterator[Finding]:
    """Figures in parentheses behind names of a table, where most are the table's and some are not."""
    values_of = [(table, _values(table)) for table in read.tables]
    for paragraph in paragraphs(line for part in read.chapters for line in part.lines):
        told = [(table, *_told(paragraph.text, values)) for table, values in values_of]
        table, right, wrong = max(told, key=lambda each: len(each[1]), default=(None, [], []))
        if table is not None and len(right) + len(wrong) >= _FEW and len(right) > len(wrong):
            for name, figure, values in wrong:
                line = paragraph.line_at(paragraph.text.rfind(name))
                yield _figure_differs((line, table.line), table, name, figure, values)


def _told(
    text: str, values_of: Mapping[str, list[float]]
) -> tuple[list[str], list[tuple[str, float, list[float]]]]:
    """The names of a table with a figure in the text: those with one of the table's, and the others."""
    right, wrong = [], []
    for name, values in values_of.items():
        if name not in text:
            continue
        match = re.search(rf"{re.escape(name)}(?:{_FIGURE}|{_RANKED})", text)
        if match is not None:
            figure = float((match.group(1) or match.group(2)).replace(",", ""))
            if figure in values:
                right.append(name)
            else:
                wrong.append((name, figure, values))
    return right, wrong


def _values(table: NumberTable) -> dict[str, list[float]]:
    """What stands in the row or in the column of each name."""
    found = {str(row[0]): [value for value in row[1:] if is_number(value)] for row in table.rows}
    for place, name in enumerate(table.header):
        if place and name:
            found.setdefault(name, [value for row in table.rows if is_number(value := row[place])])
    return {name: values for name, values in found.items() if len(name) > 1 and values}


def _figure_differs(
    lines: tuple[int, int], table: NumberTable, name: str, figure: float, values: list[float]
) -> Finding:
    real = [shown(value) for value in dict.fromkeys(values)]
    return Finding(
        Kind.CONTRADICTION,
        tuple(sorted(lines)),
        Sentence(
            f"文中稱{name} {shown(figure)}，表{table.no}的{name}為 {'、'.join(real)}，沒有這個數字。",
            f"The text says {shown(figure)} of {name}; table {table.no} has {', '.join(real)} for it.",
        ),
    )


def growing(read: Read) -> Iterator[Finding]:
    """Amounts that the text says have all grown, though one of the table it cites has not."""
    for paragraph, table in _citing(read):
        match = _GROWING.search(paragraph.text)
        if match is None or not all(re.fullmatch(r"[0-9]{2,4}年?度?", str(row[0])) for row in table.rows):
            continue
        for place, name in enumerate(table.header):
            first, last = table.rows[0][place], table.rows[-1][place]
            if place and not is_share(name) and is_number(first) and is_number(last) and last < first:
                line = paragraph.line_at(match.end())
                yield _fell((line, table.line), table, place)


def _fell(lines: tuple[int, int], table: NumberTable, place: int) -> Finding:
    name = table.header[place]
    one, other = table.rows[0][0], table.rows[-1][0]
    first, last = (shown(float(row[place] or 0)) for row in (table.rows[0], table.rows[-1]))
    return Finding(
        Kind.CONTRADICTION,
        tuple(sorted(lines)),
        Sentence(
            f"文中稱各項皆有成長，表{table.no}的「{name}」卻由 {one} 年的 {first} 減為 "
            f"{other} 年的 {last}（{table.unit}）。",
            f"The text says all have grown; in table {table.no} “{name}” fell from {first} in {one} to {last} in "
            f"{other}.",
        ),
    )
