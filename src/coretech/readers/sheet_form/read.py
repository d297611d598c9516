"""Reading a filled file back: every cell as text, with a sentence for each that cannot be taken as it is.

A formula is refused even where its value stands in the file: what it points to is not here, and a stale value looks
like any other. So is a merged cell, which says of one row what it means of several.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from odfdo import Document, Element

from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.register_files.ods_package import require_ods
from coretech.readers.seats.grid import letter
from coretech.readers.sheet_form.layout import HEAD, HEAD_LINES, TABLES, Column, Row

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 6000
MOST_COLUMNS = 30


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to correct: in which table, on which line, in which column (0 for the whole line), and how."""

    table: Sentence
    line: int
    place: int
    sentence: Sentence

    @property
    def told(self) -> Sentence:
        """With its place."""
        zh, en = f"「{self.table.zh}」第{self.line}列", f"“{self.table.zh}”, line {self.line}"
        if self.place:
            zh, en = f"{zh}{letter(self.place)}欄", f"{en}, column {letter(self.place)}"
        return Sentence(f"{zh}：{self.sentence.zh}", f"{en}: {self.sentence.en}")


@dataclass(frozen=True, slots=True)
class Line:
    """A row with the line it stands on."""

    number: int
    cells: Row


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled file: its head by name, the lines of each table, and what is wrong with cells."""

    head: dict[str, str]
    lines: dict[Sentence, list[Line]]
    faults: tuple[Fault, ...]


def read_form(raw: bytes) -> Filled:
    """The file, cell by cell.

    Raises:
        Refused: (HTTP 422) for a file that is too large, no ODS, or none of ours.
    """
    if len(raw) > MOST_BYTES:
        raise bad_input("file", f"檔案超過{MOST_BYTES // 1024 // 1024}MB。", "The file is larger than 2 MB.")
    require_ods(raw)
    tables = {str(table.get_attribute("table:name")): table for table in _tables(raw)}
    if HEAD.zh not in tables or not {each.zh for each in TABLES} <= tables.keys():
        raise bad_input(
            "file",
            "這不是由填報表下載的檔案，或工作表已改名；請重新下載後填寫。",
            "This is not a file downloaded from a sheet, or its tables were renamed; download it again.",
        )
    faults: list[Fault] = []
    lines = {name: list(_lines(name, columns, tables[name.zh], faults)) for name, columns in TABLES.items()}
    return Filled(_head(tables[HEAD.zh]), lines, tuple(faults))


def _tables(raw: bytes) -> list[Element]:
    try:
        return list(Document(io.BytesIO(raw)).body.get_elements("//table:table"))
    except Exception:  # noqa: BLE001 - whatever the parser stumbles over, the file is not a spreadsheet we can read
        raise bad_input("file", "檔案已損壞，請重新存檔。", "The file is damaged; save it again.") from None


def _head(table: Element) -> dict[str, str]:
    """The head's lines by the name in their third cell."""
    faults: list[Fault] = []
    rows = ((cells[2], cells[1]) for _, cells in _rows(HEAD, table, faults) if len(cells) > 2)  # noqa: PLR2004 - label, value, name
    return {name: text for name, text in rows if name in HEAD_LINES}


def _lines(
    name: Sentence, columns: tuple[Column, ...], table: Element, faults: list[Fault]
) -> Iterator[Line]:
    for number, cells in _rows(name, table, faults):
        if number == 1:
            continue
        row = {column.name: text for column, text in zip(columns, cells, strict=False)}
        if any(row.values()):
            yield Line(number, {column.name: row.get(column.name, "") for column in columns})


def _rows(name: Sentence, table: Element, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    for row in table.get_elements(".//table:table-row"):
        cells = _cells(name, number + 1, row, faults)
        if any(cells):
            yield number + 1, cells
        number += _times(row, "table:number-rows-repeated")
        if any(cells) and number > MOST_ROWS:
            raise bad_input("file", f"超過{MOST_ROWS}列。", f"There are more than {MOST_ROWS} rows.")


def _cells(name: Sentence, line: int, row: Element, faults: list[Fault]) -> list[str]:
    cells: list[str] = []
    for cell in row.get_elements("table:table-cell|table:covered-table-cell"):
        text = _text(cell)
        faults += [Fault(name, line, len(cells) + 1, what) for what in _wrong(cell, text)]
        cells += [text] * min(_times(cell, "table:number-columns-repeated"), MOST_COLUMNS)
        if len(cells) >= MOST_COLUMNS:
            break
    return cells[:MOST_COLUMNS]


def _wrong(cell: Element, text: str) -> Iterator[Sentence]:
    formula = str(cell.get_attribute("table:formula") or "")
    if formula:
        yield Sentence(
            f"是公式（{formula[:40]}）；請以「選擇性貼上→數值」換成數字。",
            f"It is a formula ({formula[:40]}); paste the number itself in its place.",
        )
    spans = ("table:number-columns-spanned", "table:number-rows-spanned")
    if any(_times(cell, each) > 1 for each in spans) or (cell.tag == "table:covered-table-cell" and text):
        yield Sentence(
            "是合併儲存格；請取消合併，逐列填寫。", "It is a merged cell; split it and fill in each row."
        )


def _text(cell: Element) -> str:
    """What the cell says; a share typed as per cent counts in hundredths."""
    kind = cell.get_attribute("office:value-type")
    if kind in {"float", "percentage", "currency"}:
        return _number(str(cell.get_attribute("office:value") or ""), hundredfold=kind == "percentage")
    if kind == "date":
        return str(cell.get_attribute("office:date-value") or "")[:10]
    if kind == "boolean":
        return "yes" if str(cell.get_attribute("office:boolean-value")) == "true" else "no"
    return "\n".join(paragraph.text_recursive for paragraph in cell.get_elements("text:p")).strip()


def _number(text: str, *, hundredfold: bool) -> str:
    try:
        value = Decimal(text) * (100 if hundredfold else 1)
    except InvalidOperation:
        return text
    whole = value.to_integral_value() if value.is_finite() else value
    return f"{whole if whole == value else value:f}"


def _times(element: Element, attribute: str) -> int:
    said = str(element.get_attribute(attribute) or "1")
    return int(said) if said.isdecimal() and int(said) > 0 else 1
