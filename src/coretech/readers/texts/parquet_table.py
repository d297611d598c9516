"""Parquet, some rows at a time; a row's line is its number from 1."""

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from coretech.kit.refusal import Refused
from coretech.readers.texts.jsonl_table import as_cell
from coretech.readers.texts.records import Fault, Row, Table, unusable

_BATCH = 1024


def parquet_table(file: BinaryIO) -> Table:
    """The table in a Parquet file.

    Raises:
        Refused: (HTTP 422) where it is damaged; asking for rows may raise it as well.
    """
    from pyarrow import ArrowException, parquet  # noqa: PLC0415 - only who reads Parquet waits for its reader

    try:
        opened = parquet.ParquetFile(file)
    except (ArrowException, OSError, ValueError) as error:
        raise _damaged() from error
    names, count, seen = tuple(opened.schema_arrow.names), max(1, opened.metadata.num_rows), [0]

    def rows(wanted: Sequence[str]) -> Iterator[Row | Fault]:
        try:
            for batch in opened.iter_batches(_BATCH, columns=list(wanted), use_threads=False):
                cells = [_cells(batch.column(name)) for name in wanted]
                for each in zip(*cells, strict=True):
                    seen[0] += 1
                    yield Row(seen[0], each)
        except (ArrowException, OSError) as error:
            raise _damaged() from error

    return Table(names, rows, lambda: seen[0] / count)


def _cells(column: Any) -> list[str]:  # noqa: ANN401 - pyarrow tells no types
    try:
        return [as_cell(value) for value in column.to_pylist()]
    except UnicodeDecodeError:
        return [_cell(value) for value in column]


def _cell(value: Any) -> str:  # noqa: ANN401 - pyarrow tells no types
    try:
        return as_cell(value.as_py())
    except UnicodeDecodeError:
        return "\ufffd"


def _damaged() -> Refused:
    return unusable("Parquet 檔已損壞，無法讀取。", "The Parquet file is damaged and cannot be read.")
