"""The snapshot's tables, written in parts as works come in; a part is never more than memory easily holds."""

from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

WORKS_A_PART = 50_000
SCHEMAS: dict[str, pl.Schema] = {
    "works": pl.Schema(
        {
            "work": pl.Int32,
            "id": pl.String,
            "year": pl.Int16,
            "citations": pl.Int32,
            "top10": pl.Boolean,
            "counted": pl.Boolean,
            "language": pl.String,
            "type": pl.String,
            "updated": pl.String,
        }
    ),
    "texts": pl.Schema(
        {
            "work": pl.Int32(),
            "title": pl.String(),
            "doi": pl.String(),
            "keywords": pl.List(pl.String()),
            "abstract": pl.String(),
        }
    ),
    "topics": pl.Schema({"work": pl.Int32, "topic": pl.Int32}),
    "authorships": pl.Schema(
        {"work": pl.Int32, "author": pl.Int64, "institution": pl.Int64, "country": pl.Int16}
    ),
    "institutions": pl.Schema({"institution": pl.Int64, "name": pl.String, "country": pl.String}),
}
"""Works are numbered in one row over the whole snapshot; ``country`` of an authorship is kit's number of a country."""
_PLENTY = 2**31 - 1


@dataclass
class PartWriter:
    """Gathers tables of blocks and writes them as parts named after the file they came from.

    Attributes:
        folder: the snapshot.
        name: the file's own name in it, such as ``0003``.
        next: the number of the next work.
    """

    folder: Path
    name: str
    next: int
    parts: list[str] = field(default_factory=list)
    works: int = 0
    _held: list[dict[str, pl.DataFrame]] = field(default_factory=list)

    def add(self, tables: dict[str, pl.DataFrame]) -> None:
        """Take a block's tables, whose works are numbered by ``n``; write a part where enough are held."""
        count = tables["works"].height
        if not count:
            return
        numbered = tables["works"].select("n").with_row_index("work", offset=self.next)
        for name in ("works", "texts", "topics", "authorships"):
            tables[name] = tables[name].join(numbered, on="n", maintain_order="left")
        self._held.append(tables)
        self.next += count
        self.works += count
        if sum(each["works"].height for each in self._held) >= WORKS_A_PART:
            self.write()

    def write(self) -> None:
        """Write what is held as one part."""
        if not self._held:
            return
        part = f"{self.name}-{len(self.parts):04d}"
        for name, schema in SCHEMAS.items():
            table = pl.concat([_in_schema(each[name], schema) for each in self._held])
            write_table(table, self.folder, name, part)
        self.parts.append(part)
        self._held = []


def write_table(table: pl.DataFrame, folder: Path, name: str, part: str) -> None:
    """Write one table of one part, whole or not at all."""
    path = folder / name / f"{part}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    table.write_parquet(new, compression="zstd", statistics=True)
    new.replace(path)


def _in_schema(table: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """The table's columns in the snapshot's types; citations beyond them are as many as the type holds."""
    given = set(table.columns)
    columns = [
        _column(name, kind) if name in given else pl.lit(name == "counted").alias(name).cast(kind)
        for name, kind in schema.items()
    ]
    return table.select(columns)


def _column(name: str, kind: pl.DataType | type[pl.DataType]) -> pl.Expr:
    if name == "citations":
        return pl.col(name).clip(upper_bound=_PLENTY).cast(kind)
    return pl.col(name).cast(kind, strict=name != "year")
