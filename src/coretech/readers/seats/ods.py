"""ODS: the first table of an OpenDocument spreadsheet, read with its size in view."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence

from odfdo import Cell, Document, Element, Row, Table

from coretech.readers.seats.grid import MOST_COLUMNS, MOST_ROWS, Grid, bad_file

_MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_MOST_INSIDE = 16 * 1024 * 1024
_MOST_FILES = 200
_CELLS = "table:table-cell|table:covered-table-cell"
_NO_ODS = (
    "檔案不是ODS試算表，請改用ODS或CSV（UTF-8）。",
    "The file is no ODS spreadsheet; use ODS or CSV (UTF-8).",
)


def read_ods(raw: bytes, into: Grid | None = None) -> Grid:
    """The cells of the first table, into a board's grid or the one given.

    Raises:
        Refused: (HTTP 422) for a file that is no ODS, unpacks to too much, or has no table.
    """
    _inspect(raw)
    try:
        tables = Document(io.BytesIO(raw)).body.get_elements("//table:table")
    except Exception:  # noqa: BLE001 - whatever the parser stumbles over, the file is not a spreadsheet we can read
        raise bad_file(*_NO_ODS) from None
    if not tables:
        raise bad_file("ODS檔內沒有工作表。", "The ODS file holds no table.")
    return _read(tables[0], Grid() if into is None else into)


def write_ods(rows: Iterable[Sequence[str]], name: str) -> bytes:
    """Rows as an ODS file with one table, every cell text."""
    document = Document("spreadsheet")
    document.body.clear()
    table = Table(name)
    for cells in rows:
        row = Row()
        for text in cells:
            row.append_cell(Cell(text, cell_type="string"), clone=False)
        table.append_row(row, clone=False)
    document.body.append(table)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _inspect(raw: bytes) -> None:
    """Look at the archive before anything is unpacked: its type, its size, and no entities in its XML."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        entries = archive.infolist()
        if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_INSIDE:
            raise bad_file(
                "檔案解壓縮後過大，請只保留這張表後重新存檔。",
                "The file unpacks to too much; keep only the table in it and save it again.",
            )
        named = archive.read("mimetype").strip() if "mimetype" in archive.namelist() else b""
        content = archive.read("content.xml")
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, OSError):
        raise bad_file(*_NO_ODS) from None
    if not named.startswith(_MEDIA_TYPE) or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise bad_file(*_NO_ODS)


def _read(table: Element, grid: Grid) -> Grid:
    """Row by row; a row that is repeated counts as often as it says, and an empty one costs nothing."""
    number = 0
    for row in table.get_elements(".//table:table-row"):
        times = _times(row, "table:number-rows-repeated")
        cells = _texts(grid, number + 1, row)
        if any(cells) and times > MOST_ROWS:
            raise bad_file(
                f"第{number + 1}列重複{times}次，請刪除多餘的列。",
                f"Line {number + 1} is repeated {times} times; delete the surplus rows.",
            )
        for again in range(times if any(cells) else 0):
            grid.add(number + 1 + again, list(cells))
        number += times
    return grid


def _texts(grid: Grid, line: int, row: Element) -> list[str]:
    """The texts of a row's cells; what no board has, formulas and merged cells, is something to correct."""
    cells: list[str] = []
    for cell in row.get_elements(_CELLS):
        times = _times(cell, "table:number-columns-repeated")
        text = _text(cell)
        for complaint in _complaints(cell, text):
            grid.complain(line, len(cells) + 1, *complaint)
        cells += [text] * min(times, MOST_COLUMNS + 1)
        if len(cells) > MOST_COLUMNS and not text:
            break
    return cells[: MOST_COLUMNS + 1]


def _complaints(cell: Element, text: str) -> Iterator[tuple[str, str]]:
    if cell.get_attribute("table:formula"):
        yield "是公式，請改填文字或數值。", "It is a formula; put in the text or the number itself."
    spans = ("table:number-columns-spanned", "table:number-rows-spanned")
    if any(_times(cell, name) > 1 for name in spans) or (cell.tag == "table:covered-table-cell" and text):
        yield "是合併儲存格，請取消合併並逐格填寫。", "It is a merged cell; split it and fill in each cell."


def _text(cell: Element) -> str:
    """What the cell says: a date as ISO writes it, a whole number without its point, else its text."""
    kind = cell.get_attribute("office:value-type")
    if kind == "date":
        return str(cell.get_attribute("office:date-value") or "")[:10]
    if kind == "boolean":
        return "yes" if str(cell.get_attribute("office:boolean-value")) == "true" else ""
    if kind in {"float", "percentage", "currency"}:
        return str(cell.get_attribute("office:value") or "").removesuffix(".0")
    paragraphs = [paragraph.text_recursive for paragraph in cell.get_elements("text:p")]
    return "\n".join(paragraphs).strip()


def _times(element: Element, attribute: str) -> int:
    said = str(element.get_attribute(attribute) or "1")
    return int(said) if said.isdecimal() and int(said) > 0 else 1
