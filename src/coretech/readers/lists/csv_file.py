"""CSV: a line an item, in any encoding the other tables are read in; written as UTF-8 with a byte-order mark.

A text that a spreadsheet would take for a formula begins with an apostrophe; reading takes it off again.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from coretech.readers.lists.records import Entry, ListFile, bad_file
from coretech.readers.lists.table import Row, from_table
from coretech.readers.register_files.csv_file import unguarded, write_rows
from coretech.readers.votes.decoding import decoded

MEDIA_TYPE = "text/csv"


def read(raw: bytes) -> ListFile:
    """The items of a file; a table says nothing of the list itself.

    Raises:
        Refused: (HTTP 422) for what is no CSV, or in no encoding that is known.
    """
    return from_table(_rows(decoded(raw).text))


def write(file: ListFile) -> bytes:
    """The items under the columns they need."""
    names, descriptions = (
        _tags(each.names for each in file.entries),
        _tags(each.description for each in file.entries),
    )
    heading = [
        *("code", "parent"),
        *(f"name:{tag}" for tag in names),
        "translated",
        *(f"description:{tag}" for tag in descriptions),
    ]
    return write_rows([heading, *(_cells(each, names, descriptions) for each in file.entries)])


def _rows(text: str) -> Iterator[Row]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield rows.line_num, [unguarded(cell) for cell in cells]
    except csv.Error as error:
        raise bad_file(
            f"第{rows.line_num}列不是正確的CSV（{error}），請以試算表重新存成CSV（UTF-8）。",
            f"Line {rows.line_num} is no CSV ({error}); save it again as CSV (UTF-8) from a spreadsheet.",
        ) from None


def _tags(told: Iterable[Iterable[str]]) -> list[str]:
    return sorted({tag for texts in told for tag in texts})


def _cells(entry: Entry, names: Sequence[str], descriptions: Sequence[str]) -> list[str]:
    return [
        entry.code,
        entry.parent,
        *(entry.names.get(tag, "") for tag in names),
        " ".join(entry.translated),
        *(entry.description.get(tag, "") for tag in descriptions),
    ]
