"""The plan on DuckDB, in memory of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import polars as pl

from coretech.engines.indicators.ibis_plan import IbisCounter


@dataclass
class DuckdbRunner:
    """Runs SQL on DuckDB."""

    dialect: str = "duckdb"
    database: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect)

    def open(self, name: str, paths: Sequence[Path]) -> None:
        """Give files a name."""
        listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
        self.database.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")  # noqa: S608 - names of ours, quoted paths

    def keep(self, name: str, sql: str) -> None:
        """Answer once, and give the answer a name."""
        self.database.execute(f"CREATE OR REPLACE TABLE {name} AS {sql}")

    def fetch(self, sql: str) -> pl.DataFrame:
        """A small answer."""
        return pl.DataFrame(self.database.sql(sql).to_arrow_table())


def duckdb_counter() -> IbisCounter:
    """A counter on a database of its own."""
    return IbisCounter(DuckdbRunner())
