"""The engines ``--engine`` names; each is brought only when it is asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from coretech.cli.spark import spark_needed
from coretech.engines.indicators.histograms import Counter
from coretech.engines.indicators.links import Linker
from coretech.engines.indicators.polars_links import PolarsLinker
from coretech.engines.indicators.polars_plan import PolarsCounter

if TYPE_CHECKING:
    from coretech.engines.indicators.ibis_plan import IbisCounter


class Engine(StrEnum):
    """What may count."""

    POLARS = "polars"
    DUCKDB = "duckdb"
    SPARK = "spark"


@contextmanager
def counter_of(engine: Engine) -> Iterator[Counter]:
    """The engine, for as long as it is used.

    Raises:
        Refused: (HTTP 422) where Spark or the Java it needs is not installed.
    """
    if engine is Engine.POLARS:
        yield PolarsCounter()
    elif engine is Engine.DUCKDB:
        from coretech.engines.indicators.duckdb_plan import duckdb_counter  # noqa: PLC0415 - as said above

        yield duckdb_counter()
    else:
        with _spark() as counter:
            yield counter


@contextmanager
def linker_of(engine: Engine) -> Iterator[Linker]:
    """The engine that counts links, for as long as it is used.

    Raises:
        Refused: (HTTP 422) where Spark or the Java it needs is not installed.
    """
    with counter_of(engine) as counter:
        if isinstance(counter, PolarsCounter):
            yield PolarsLinker()
        else:
            from coretech.engines.indicators.ibis_links import IbisLinker  # noqa: PLC0415 - as said above

            yield IbisLinker(cast("IbisCounter", counter))


@contextmanager
def _spark() -> Iterator[Counter]:
    with spark_needed():
        from coretech.engines.indicators.spark_plan import spark_counter  # noqa: PLC0415 - as said above

        with spark_counter() as counter:
            yield counter
