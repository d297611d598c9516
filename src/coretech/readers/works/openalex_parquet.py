"""Works in OpenAlex's shape kept as Parquet: nested columns, or columns of JSON as its snapshots write them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from coretech.readers.works.shape import COLUMNS

ROWS = 4_000


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a file, and the number of the first of them (from 1)."""

    first: int
    table: pa.Table

    @property
    def numbers(self) -> range:
        """The numbers of its rows."""
        return range(self.first, self.first + self.table.num_rows)


def rows_in(path: Path) -> Iterator[Rows]:
    """The file's rows, some thousands at a time, with the columns that are read and no others.

    Raises:
        ValueError: where the file is no Parquet, or none of its columns is a work's.
    """
    try:
        file = pq.ParquetFile(path)
        held = [name for name in COLUMNS if name in file.schema_arrow.names]
        first = 1
        for batch in file.iter_batches(batch_size=ROWS, columns=held):
            yield Rows(first, pa.Table.from_batches([batch]))
            first += batch.num_rows
    except pa.ArrowInvalid as error:
        raise ValueError(str(error)) from None
    if not held:
        message = ", ".join(file.schema_arrow.names)
        raise ValueError(message)
