"""Some rows of Parquet as tables: at once where every row is in shape, else as lines of JSON, line by line."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from coretech.readers.works.block_tables import GIVEN, BlockReader, Tables, quoted, reading
from coretech.readers.works.blocks import Block
from coretech.readers.works.openalex_parquet import Rows
from coretech.readers.works.problems import Fault, Problem
from coretech.readers.works.row_columns import as_json, cast, in_json
from coretech.readers.works.shape import COLUMNS

_NAME = "rows_of_parquet"


@dataclass
class RowReader:
    """Reads rows of one file into tables.

    Attributes:
        lines: the reader of lines whose database it uses, and which is given rows that are out of shape.
    """

    lines: BlockReader

    def read(self, rows: Rows) -> Tables:
        """The rows' tables, their works numbered by ``n`` from 0."""
        broken = self._broken(rows)
        if broken or not self._in_shape(rows):
            return self.lines.read(Block(rows.first, self._as_lines(rows, broken)))
        return self.lines.tables(rows.numbers)

    def told(self) -> list[Problem]:
        """What was found wrong since this was asked last."""
        return self.lines.told()

    def _in_shape(self, rows: Rows) -> bool:
        """Whether every row is a work as the tables take it; the works then lie before the database."""
        from duckdb import Error  # noqa: PLC0415 - as in block_tables

        texts = [field for field in rows.table.schema if in_json(field)]
        held = {field.name: cast(field) for field in rows.table.schema if field not in texts}
        held |= {field.name: f"texts.{field.name}" for field in texts}
        listed = ", ".join(
            f"{held.get(name, f'CAST(NULL AS {kind})')} AS {name}" for name, kind in COLUMNS.items()
        )
        self.lines.database.register(_NAME, rows.table)
        try:
            self.lines.database.execute(f"{GIVEN} {listed} FROM {_NAME} {self._beside(texts)}")
        except Error:
            return False
        return True

    def _beside(self, texts: Sequence[pa.Field]) -> str:
        """Columns of JSON, read as lines are, row beside row."""
        if not texts:
            return ""
        self._write(texts)
        return f"POSITIONAL JOIN {reading([field.name for field in texts], self.lines.block)} AS texts"

    def _broken(self, rows: Rows) -> set[int]:
        """The places of rows with a text that is none: listed and left out, since DuckDB would stumble over them."""
        if not _wrong(rows.table):
            return set()
        found = {}
        for place in range(rows.table.num_rows):
            if wrong := _wrong(rows.table.slice(place, 1)):
                found[place] = wrong
        self.lines.problems.extend(
            Problem(self.lines.file, rows.first + place, Fault.BROKEN_LINE, detail=wrong)
            for place, wrong in found.items()
        )
        return set(found)

    def _as_lines(self, rows: Rows, broken: Container[int]) -> bytes:
        """The rows as lines of JSON, those that are broken as empty ones.

        Raises:
            ValueError: where a column's type is none that JSON could show.
        """
        from duckdb import Error  # noqa: PLC0415 - as in block_tables

        kept = [place not in broken for place in range(rows.table.num_rows)]
        try:
            self.lines.database.register(_NAME, rows.table.filter(pa.array(kept)))
            self._write(rows.table.schema)
        except Error as error:
            raise ValueError(str(error)) from None
        with self.lines.block.open("rb") as lines:
            return b"".join(next(lines) if keep else b"\n" for keep in kept)

    def _write(self, fields: Iterable[pa.Field]) -> None:
        """Write columns of the rows as lines of JSON."""
        columns = ", ".join(f"{as_json(field)} AS {field.name}" for field in fields)
        query = f"SELECT {columns} FROM {_NAME}"  # noqa: S608 - constants of ours
        self.lines.database.execute(f"COPY ({query}) TO {quoted(self.lines.block)} (FORMAT json)")


def _wrong(table: pa.Table) -> str:
    """What is wrong with a table's bytes, if anything is."""
    try:
        table.validate(full=True)
    except pa.ArrowInvalid as error:
        return str(error)[:200]
    return ""
