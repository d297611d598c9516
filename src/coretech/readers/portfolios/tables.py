"""A portfolio's file as headings and numbered rows of text, whatever its form."""

import codecs
import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from coretech.kit.refusal import Refused, bad_input
from coretech.readers.files.errors import FileError
from coretech.readers.files.recognise import LARGEST, ZIP
from coretech.readers.files.virus import refuse_virus
from coretech.readers.supplies.ods_lines import ods_lines
from coretech.readers.texts.encodings import as_text

MOST_ROWS = 100_000
MOST_COLUMNS = 200
_PARQUET = b"PAR1"
_PDF = b"%PDF-"
_LOOKED_AT = 65_536


@dataclass(frozen=True, slots=True)
class Line:
    """A row by the line it stands on, its cells as text; ``broken`` where it could not be read as one."""

    number: int
    cells: tuple[str, ...]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a file, and its rows that hold anything, read as they are asked for."""

    headings: tuple[str, ...]
    lines: Iterator[Line]


def read_table(raw: bytes) -> Table:
    """What the file holds, by its content and not by its name.

    Raises:
        Refused: (HTTP 422) for what is empty, too large, damaged, or neither CSV, ODS, JSON Lines nor Parquet; reading
            the rows may raise it as well.
    """
    if not raw.strip():
        raise bad_file("檔案是空的。", "The file is empty.")
    if len(raw) > LARGEST:
        raise bad_file("檔案超過50MB；請分成數個檔案。", "The file is over 50 MB; split it.")
    if raw.startswith(_PARQUET):
        return _headed(_parquet(raw))
    if raw.startswith(ZIP):
        return _headed(Line(each.number, each.cells) for each in ods_lines(raw))
    _require_text(raw)
    return _headed(_json(raw) if raw.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") else _csv(raw))


def bad_file(zh: str, en: str) -> Refused:
    """The file as a whole cannot be read (HTTP 422)."""
    return bad_input("file", zh, en)


def _require_text(raw: bytes) -> None:
    """Refuse what is no text at all; single bytes that fit no character are a matter of their rows."""
    try:
        refuse_virus(raw)
    except FileError as error:
        raise bad_file(error.sentence.zh, error.sentence.en) from None
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if (b"\x00" in raw[:_LOOKED_AT] and not wide) or raw.startswith(_PDF):
        raise bad_file(
            "檔案不是CSV、ODS、JSONL或Parquet。", "The file is no CSV, ODS, JSON Lines or Parquet."
        )


def _headed(lines: Iterator[Line]) -> Table:
    """The first line as headings, the others as rows.

    Raises:
        Refused: (HTTP 422) where there is no row under the headings, or there are too many columns.
    """
    first = next(lines, None)
    if first is None or not any(first.cells):
        raise bad_file("檔案是空的。", "The file is empty.")
    if len(first.cells) > MOST_COLUMNS:
        raise bad_file(f"超過{MOST_COLUMNS}欄。", f"There are more than {MOST_COLUMNS} columns.")
    return Table(tuple(cell.strip() for cell in first.cells), _bounded(lines))


def _bounded(lines: Iterator[Line]) -> Iterator[Line]:
    for count, line in enumerate(lines, start=1):
        if count > MOST_ROWS:
            raise bad_file(
                f"超過{MOST_ROWS}列，請分成幾個檔案。",
                f"There are more than {MOST_ROWS} rows; split the file.",
            )
        yield line


def _csv(raw: bytes) -> Iterator[Line]:
    rows = csv.reader(_text(raw, newline=""))
    before = 0
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield Line(before + 1, tuple(cells))
            before = rows.line_num
    except csv.Error as error:
        raise bad_file(
            f"第{rows.line_num}列不是正確的CSV（{error}）。", f"Line {rows.line_num} is no CSV ({error})."
        ) from None


def _text(raw: bytes, newline: str | None) -> io.TextIOWrapper:
    """The text in whichever encoding it is written: UTF-8, UTF-16, Big5 or GB 18030; what fits none is U+FFFD."""
    return as_text(io.BytesIO(raw), newline)


def _json(raw: bytes) -> Iterator[Line]:
    """Objects, one a line; the headings are the names in all of them, in the order they are first met."""
    read = [
        (number, _object(text))
        for number, text in enumerate(_text(raw, newline=None), start=1)
        if text.strip()
    ]
    names = tuple(dict.fromkeys(name for _, found in read for name in found or {}))
    yield Line(0, names)
    for number, found in read:
        yield Line(number, tuple(_said((found or {}).get(name)) for name in names), found is None)


def _object(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _parquet(raw: bytes) -> Iterator[Line]:
    try:
        frame = pl.read_parquet(io.BytesIO(raw), n_rows=MOST_ROWS + 1)
    except (PolarsError, OSError):
        raise bad_file("Parquet檔已損壞或加密。", "The Parquet file is damaged or encrypted.") from None
    yield Line(0, tuple(frame.columns))
    for number, values in enumerate(frame.iter_rows(), start=1):
        yield Line(number, _all_said(values))


def _all_said(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(map(_said, values))


def _said(value: object) -> str:
    """A value as text; nothing for null, and no JSON for what is nested."""
    return "" if value is None or isinstance(value, dict | list) else str(value)
