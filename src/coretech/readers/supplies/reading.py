"""A file of returns, row by row: what it is by its content, its columns, and then each line by itself."""

from collections.abc import Iterator

from coretech.readers.files.errors import FileError
from coretech.readers.files.kinds import Kind
from coretech.readers.files.recognise import LARGEST, ZIP, recognise
from coretech.readers.seats.grid import letter
from coretech.readers.supplies.columns import columns_of
from coretech.readers.supplies.csv_lines import csv_lines
from coretech.readers.supplies.expecting import Expecting
from coretech.readers.supplies.json_lines import is_json, json_lines
from coretech.readers.supplies.lines import Line, bad_file
from coretech.readers.supplies.ods_lines import ods_lines
from coretech.readers.supplies.records import RowError, SupplyRow
from coretech.readers.supplies.rows import Rows


def read_returns(raw: bytes, expecting: Expecting) -> Iterator[SupplyRow | RowError]:
    """The rows of an ODS, CSV, JSON or JSON Lines file, and every error, in the order of the file.

    One row is held at a time, and of those before it only its commodity and period; so a caller that writes rows as
    they come must be able to take them back, for a damaged file may be refused half-way.

    Raises:
        Refused: (HTTP 422) for a file that is of another kind, empty, damaged, too large, or lacks a column.
    """
    lines = _lines(raw)
    first = next(lines, None)
    if first is None:
        raise bad_file("檔案是空的。", "The file is empty.")
    rows = Rows(_names(first), expecting)
    for line in lines:
        read = rows.read(line)
        if isinstance(read, SupplyRow):
            yield read
        else:
            yield from read


def _lines(raw: bytes) -> Iterator[Line]:
    if len(raw) > LARGEST:
        raise bad_file("檔案超過50MB；請分成數個檔案。", "The file is over 50 MB; split it.")
    if raw.startswith(ZIP):
        return ods_lines(raw)
    try:
        kind = recognise(raw)
    except FileError as error:
        raise bad_file(error.sentence.zh, error.sentence.en) from None
    if kind not in {Kind.CSV, Kind.TEXT}:
        raise bad_file("檔案不是ODS、CSV或JSON。", "The file is no ODS, CSV or JSON.")
    return json_lines(raw) if is_json(raw) else csv_lines(raw)


def _names(first: Line) -> list[str]:
    for place, sentence in first.flaws:
        at = f"{letter(place)}{first.number}"
        raise bad_file(f"{at}：標題{sentence.zh}", f"{at}, a heading: {sentence.en}")
    return columns_of(first.cells, first.number)
