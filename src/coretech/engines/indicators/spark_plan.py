"""The plan on Spark: the same SQL, on this machine or on a cluster that exists already."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl
from pyspark.sql import DataFrame, SparkSession

from coretech.engines.indicators.ibis_plan import IbisCounter
from coretech.engines.spark.session import spark_session


@dataclass
class SparkRunner:
    """Runs SQL on a session of Spark."""

    session: SparkSession
    dialect: str = "pyspark"
    kept: dict[str, DataFrame] = field(default_factory=dict)

    def open(self, name: str, paths: Sequence[Path]) -> None:
        """Give files a name."""
        self.session.read.parquet(*map(str, paths)).createOrReplaceTempView(name)

    def keep(self, name: str, sql: str) -> None:
        """Answer once, and give the answer a name."""
        if name in self.kept:
            self.kept[name].unpersist()
        self.kept[name] = self.session.sql(sql).cache()
        self.kept[name].createOrReplaceTempView(name)

    def fetch(self, sql: str) -> pl.DataFrame:
        """A small answer, by Arrow."""
        return pl.DataFrame(self.session.sql(sql).toArrow())


@contextmanager
def spark_counter(master: str | None = None) -> Iterator[IbisCounter]:
    """A counter on Spark; where it runs is told as for any session.

    Raises:
        NoJava: where there is no Java.
    """
    with spark_session(master) as session:
        yield IbisCounter(SparkRunner(session))
