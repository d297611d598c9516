"""Rows laid down in batches and counted by a query; memory holds a batch and the outcome."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import duckdb
import polars as pl

from coretech.readers.counted.problems import Problems

BATCH = 100_000


@dataclass(frozen=True, slots=True)
class Counted:
    """A file that was counted.

    Attributes:
        tables: by name, each in order of its columns.
        columns: which of the file's columns was taken for which meaning.
        coverage: how many were counted, and how many lack what.
        problems: what is wrong with its rows.
    """

    tables: Mapping[str, pl.DataFrame]
    columns: Mapping[str, str]
    coverage: Mapping[str, int]
    problems: Problems


@contextmanager
def laid_down(rows: Iterable[tuple[object, ...]], schema: pl.Schema) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database whose view ``given`` holds the rows, for as long as it is used."""
    with tempfile.TemporaryDirectory(prefix="coretech-counted-") as folder, duckdb.connect() as database:
        rest, number = iter(rows), 0
        while (batch := list(islice(rest, BATCH))) or not number:
            pl.DataFrame(batch, schema=schema, orient="row").write_parquet(Path(folder) / f"{number}.parquet")
            number += 1
        database.read_parquet(f"{folder}/*.parquet").create_view("given")
        yield database
