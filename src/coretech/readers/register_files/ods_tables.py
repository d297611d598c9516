"""Tables of an OpenDocument spreadsheet as XML: written straight, for odfdo takes seconds for a thousand lines.

Source: OASIS Open Document Format 1.3, part 3: 9.1 (tables), 6.1.2 (white space in paragraphs).
"""

import html
import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from odfdo import Element

_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<office:document-content office:version="1.3" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>\n"
)
_SPACES = re.compile(r"^ +|(?<= ) +| +$")
_MOST_COLUMNS = 100


def content_xml(tables: Iterable[str]) -> str:
    """The document's content with these tables."""
    return _CONTENT.format(tables="".join(tables))


def table_xml(name: str, rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> str:
    """A table; in numeric columns every cell below the heading that is not empty is a number, all else is text."""
    heading, *lines = rows
    texts = [False] * len(numeric)
    body = "".join(_row(line, numeric) for line in lines)
    return (
        f'<table:table table:name="{html.escape(name)}"><table:table-column '
        f'table:number-columns-repeated="{len(numeric)}"/>'
        f"<table:table-header-rows>{_row(heading, texts)}</table:table-header-rows>{body}</table:table>"
    )


def cells_in(table: Element) -> list[list[str]]:
    """The texts of a table, without what is empty at the end of a line; an empty line is left out."""
    rows = []
    for row in table.get_elements(".//table:table-row"):
        cells: list[str] = []
        for cell in row.get_elements("table:table-cell"):
            repeated = int(str(cell.get_attribute("table:number-columns-repeated") or 1))
            cells += [_said(cell)] * min(repeated, _MOST_COLUMNS)
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append(cells)
    return rows


def _row(cells: Sequence[str], numeric: Sequence[bool]) -> str:
    inside = "".join(
        _number(cell) if number else _text(cell) for cell, number in zip(cells, numeric, strict=True)
    )
    return f"<table:table-row>{inside}</table:table-row>"


def _number(cell: str) -> str:
    if not cell:
        return "<table:table-cell/>"
    value = int(cell) if cell.removeprefix("-").isdecimal() else float(cell)
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p>'
        "</table:table-cell>"
    )


def _text(cell: str) -> str:
    if not cell:
        return "<table:table-cell/>"
    paragraphs = "".join(f"<text:p>{_line(line)}</text:p>" for line in cell.split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'


def _line(text: str) -> str:
    spaced = _SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', escape(text))
    return spaced.replace("\t", "<text:tab/>")


def _said(cell: Element) -> str:
    if cell.get_attribute("office:value-type") == "float":
        return str(cell.get_attribute("office:value")).removesuffix(".0")
    return "\n".join(paragraph.text_recursive for paragraph in cell.get_elements("text:p"))
