"""``coretech watch network``: which countries work together in a technology, and how strongly."""

import typer

from coretech.cli.watch.asked import EngineGiven, Out, Technologies, Works, YearsGiven
from coretech.cli.watch.engines import Engine, linker_of
from coretech.cli.watch.input import day_of_reading, read_years, snapshot_of, technologies_in
from coretech.cli.watch.output import Run, handed, wrong
from coretech.engines.indicators.collaboration import edges, nodes
from coretech.engines.indicators.formulas_links import NETWORK
from coretech.engines.indicators.histograms import Percentile
from coretech.engines.indicators.members import members


def network(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    works: Works,
    *,
    technologies: Technologies,
    years: YearsGiven = None,
    engine: EngineGiven = Engine.POLARS,
    out: Out = None,
) -> None:
    """國家間的合著網絡 / Which countries share works, and how strongly."""
    asked, listed, day = read_years(years), technologies_in(technologies), day_of_reading()
    with snapshot_of(works, day) as read, linker_of(engine) as linker:
        pairs = linker.pairs(read.snapshot, members(read.snapshot, listed), asked)
        tables = {"network": edges(pairs, listed), "countries": nodes(pairs, listed)}
        wrong(read.manifest, str(ctx.obj))
        run = Run(read.manifest, technologies, listed, asked, engine, Percentile.OPENALEX, day)
        handed(out, tables, run.about(NETWORK), read.snapshot)
