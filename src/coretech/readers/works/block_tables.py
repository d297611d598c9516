"""One block of lines as tables: at once where every line is in shape, line by line where one is not."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from coretech.readers.works.blocks import Block
from coretech.readers.works.careful import BrokenLine, Json, read_line
from coretech.readers.works.problems import Fault, Problem
from coretech.readers.works.shape import COLUMNS, TABLES

if TYPE_CHECKING:
    import duckdb

_LARGEST_WORK = 8 * 2**20
THREADS = 1
"""Of one reader's database; blocks are read side by side instead."""
PIECE = 2**20
"""How much is read line by line because of one line that is out of shape."""
_TEXT_AS_ABSTRACT = (b'"abstract_inverted_index":"', b'"abstract_inverted_index": "')
"""The one part of which DuckDB takes whatever it is, and so a text too."""
Tables = dict[str, pl.DataFrame]


@dataclass
class BlockReader:
    """Reads blocks of one file into tables, and lists what is wrong with its lines.

    Attributes:
        file: the file's name, for problems.
        folder: where a block lies while it is read.
        latest_year: years after this one are not believed.
    """

    file: str
    folder: Path
    latest_year: int
    problems: list[Problem] = field(default_factory=list)
    database: "duckdb.DuckDBPyConnection" = field(init=False)

    def __post_init__(self) -> None:
        """Open the database its blocks are read with."""
        self.database = _opened()

    @property
    def block(self) -> Path:
        """Where lines lie while they are read."""
        return self.folder / "block.jsonl"

    def read(self, block: Block) -> Tables:
        """The block's tables, its works numbered by ``n`` from 0 in the order of the lines."""
        if self._in_shape(block):
            return self.tables(block.lines)
        data, numbers = list[bytes](), list[int]()
        for piece in block.pieces(PIECE):
            if self._in_shape(piece):
                data.append(piece.data)
                numbers += piece.lines
            else:
                works, lines = self._careful(piece)
                data.append(_written(works))
                numbers += lines
        self._load(b"".join(data))
        return self.tables(numbers)

    def of_works(self, works: Sequence[Json], numbers: Sequence[int]) -> Tables:
        """The tables of works that are in shape already, with the line each came from."""
        self._load(_written(works))
        return self.tables(numbers)

    def told(self) -> list[Problem]:
        """What was found wrong since this was asked last."""
        found, self.problems = self.problems, []
        return found

    def close(self) -> None:
        """Close its database."""
        self.database.close()

    def _in_shape(self, block: Block) -> bool:
        """Whether every line is a work as the block reader takes it; its works then lie before the database."""
        from duckdb import Error  # noqa: PLC0415 - as in _opened

        if any(written in block.data for written in _TEXT_AS_ABSTRACT):
            return False
        try:
            return self._load(block.data) == len(block.lines)
        except Error:
            return False

    def _careful(self, block: Block) -> tuple[list[Json], list[int]]:
        works, numbers = [], []
        for number, line in _numbered(block):
            try:
                work, bad = read_line(line)
            except BrokenLine as error:
                self.problems.append(Problem(self.file, number, Fault.BROKEN_LINE, detail=str(error)[:200]))
                continue
            if bad:
                of = str(work.get("id", ""))
                self.problems.append(Problem(self.file, number, Fault.UNREADABLE_PART, of, ", ".join(bad)))
            works.append(work)
            numbers.append(number)
        return works, numbers

    def _load(self, data: bytes) -> int:
        """Lay lines before the database; the number of works it sees, which passes over empty lines."""
        self.block.write_bytes(data)
        self.database.execute(f"{GIVEN} * FROM {reading(COLUMNS, self.block)}")
        return int(self.database.sql("SELECT count(*) FROM given").fetchall()[0][0])

    def tables(self, lines: Sequence[int]) -> Tables:
        """The tables of the works that lie before the database, with the line each came from."""
        tables = {name: self.database.sql(query).pl() for name, query in TABLES.items()}
        return self._checked(tables, pl.Series(lines, dtype=pl.Int64))

    def _checked(self, tables: Tables, lines: pl.Series) -> Tables:
        """The tables without works that name no id, and without figures that cannot be."""
        works = tables["works"].with_columns(lines.alias("line"))
        negative, future = pl.col("citations") < 0, pl.col("year") > self.latest_year
        for fault, wrong, detail in (
            (Fault.NO_ID, pl.col("id").is_null() | (pl.col("id") == ""), "id"),
            (Fault.NEGATIVE_CITATIONS, negative, "citations"),
            (Fault.FUTURE_YEAR, future, "year"),
        ):
            self._list(works.filter(wrong), fault, detail)
        named = works.filter(pl.col("id") != "")
        if named.height < works.height:
            kept = named.select("n")
            tables = {
                name: each
                if name == "institutions"
                else each.join(kept, on="n", how="semi", maintain_order="left")
                for name, each in tables.items()
            }
        tables["works"] = named.with_columns(
            year=pl.when(~future).then("year"), citations=pl.when(~negative).then("citations")
        )
        return tables

    def _list(self, wrong: pl.DataFrame, fault: Fault, detail: str) -> None:
        self.problems.extend(
            Problem(self.file, line, fault, work or "", str(told))
            for line, work, told in wrong.select("line", "id", pl.col(detail).alias("told")).rows()
        )


GIVEN = "CREATE OR REPLACE TEMP TABLE given AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS n,"
"""What lays works before the database, from columns as ``shape`` has them."""


def quoted(path: Path) -> str:
    """A path as text within a query."""
    return "'" + str(path).replace("'", "''") + "'"


def reading(columns: Iterable[str], path: Path) -> str:
    """Lines of JSON as a table of some of the columns."""
    kinds = ", ".join(f"{name}: '{COLUMNS[name]}'" for name in columns)
    return (
        f"read_json({quoted(path)}, format = 'newline_delimited', columns = {{{kinds}}}, "
        f"maximum_object_size = {_LARGEST_WORK}, compression = 'uncompressed')"
    )


def _written(works: Sequence[Json]) -> bytes:
    return "".join(f"{json.dumps(work)}\n" for work in works).encode()


def _numbered(block: Block) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(block.data.split(b"\n"), start=block.first):
        if line.strip():
            yield number, line


def _opened() -> "duckdb.DuckDBPyConnection":
    """A database in memory; a server that reads no works never loads it."""
    import duckdb  # noqa: PLC0415 - as said above

    return duckdb.connect(config={"threads": THREADS})
