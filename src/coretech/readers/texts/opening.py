"""A file of rows opened, by its content and never by its name: CSV, JSON Lines, Parquet or ODS; gzip around it too."""

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, cast

from coretech.readers.files.recognise import OLD_OFFICE, PDF, ZIP
from coretech.readers.texts.csv_table import Records, chosen
from coretech.readers.texts.encodings import as_text
from coretech.readers.texts.jsonl_table import columns_of, rows_of
from coretech.readers.texts.parquet_table import parquet_table
from coretech.readers.texts.records import Fault, Row, Table, unusable

_PARQUET, _GZIP = b"PAR1", b"\x1f\x8b"
_HEAD = 4096


def open_table(file: BinaryIO) -> Table:
    """The table in a file that can be read again from its beginning.

    Raises:
        Refused: (HTTP 422) for a file that is empty, damaged, or of a kind that holds no rows; asking for rows may
            raise it as well.
    """
    size = max(1, file.seek(0, 2))
    if _head(file).startswith(_GZIP):
        return _opened(cast("BinaryIO", gzip.GzipFile(fileobj=file)), lambda: min(1.0, file.tell() / size))
    return _opened(file, lambda: min(1.0, file.tell() / size))


def _opened(file: BinaryIO, share: Callable[[], float]) -> Table:
    with _whole():
        head = _head(file)
        if not head.strip(b"\x00\t\r\n "):
            raise unusable("檔案是空的。", "The file is empty.")
        if head.startswith(_PARQUET):
            return parquet_table(file)
        if head.startswith(ZIP):
            return _ods(file)
        if head.startswith((PDF, OLD_OFFICE)):
            raise unusable(
                "這種檔案沒有可讀的資料列；請用CSV、JSONL、Parquet或ODS。",
                "This kind of file holds no rows; use CSV, JSON Lines, Parquet or ODS.",
            )
        return _text(file, share)


def _head(file: BinaryIO) -> bytes:
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    return head


def _text(file: BinaryIO, share: Callable[[], float]) -> Table:
    """CSV, or JSON Lines where the first character that is no space begins an object."""
    text = as_text(file, newline="")
    begins = text.read(_HEAD).lstrip("\ufeff \t\r\n")[:1]
    text.detach()
    if begins == "[":
        raise unusable(
            "這是一個JSON陣列；請存成JSONL，每行一個物件。",
            "This is one JSON array; save it as JSON Lines, an object a line.",
        )
    return _json_lines(file, share) if begins == "{" else _csv(file, share)


def _json_lines(file: BinaryIO, share: Callable[[], float]) -> Table:
    text = as_text(file, newline="\n")
    columns = columns_of(text)
    text.detach()
    # Held by the table: a text let go before its file is closed would warn that nobody closed it.
    lines = as_text(file, newline="\n")

    def rows(wanted: Sequence[str]) -> Iterator[Row | Fault]:
        with _whole():
            yield from rows_of(lines, wanted)

    return Table(columns, rows, share)


def _csv(file: BinaryIO, share: Callable[[], float]) -> Table:
    records = Records(as_text(file, newline=""))
    header = records.header()

    def rows(wanted: Sequence[str]) -> Iterator[Row | Fault]:
        with _whole():
            yield from chosen(records.rows(), header, wanted)

    return Table(header, rows, share)


def _ods(file: BinaryIO) -> Table:
    from coretech.readers.supplies.ods_lines import ods_lines  # noqa: PLC0415 - only who reads ODS waits for lxml

    lines = ods_lines(file.read())
    header = next((line.cells for line in lines), ())

    def rows(wanted: Sequence[str]) -> Iterator[Row | Fault]:
        found = (Row(line.number, line.cells) for line in lines)
        yield from chosen(found, header, wanted, short=True)

    return Table(header, rows, lambda: 0.0)


@contextmanager
def _whole() -> Iterator[None]:
    """Turn a file that breaks off, or that the disk cannot give, into a refusal.

    Raises:
        Refused: (HTTP 422) in place of the errors of unpacking and reading.
    """
    try:
        yield
    except (EOFError, zlib.error, OSError) as error:
        raise unusable(
            f"檔案已損壞或無法讀完（{error}）。",
            f"The file is damaged or cannot be read to its end ({error}).",
        ) from error
