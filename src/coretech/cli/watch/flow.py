"""``coretech watch flow``: from which country to which the authors of a technology went."""

import typer

from coretech.cli.watch.asked import EngineGiven, Out, Technologies, Works, YearsGiven
from coretech.cli.watch.engines import Engine, linker_of
from coretech.cli.watch.input import day_of_reading, read_years, snapshot_of, technologies_in
from coretech.cli.watch.output import Run, handed, wrong
from coretech.engines.indicators.flow import flows, followed
from coretech.engines.indicators.formulas_links import FLOW
from coretech.engines.indicators.histograms import Percentile
from coretech.engines.indicators.members import members


def flow(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    works: Works,
    *,
    technologies: Technologies,
    years: YearsGiven = None,
    engine: EngineGiven = Engine.POLARS,
    out: Out = None,
) -> None:
    """作者在國家間的流動 / From which country to which authors went."""
    asked, listed, day = read_years(years), technologies_in(technologies), day_of_reading()
    with snapshot_of(works, day) as read, linker_of(engine) as linker:
        belong = members(read.snapshot, listed)
        moves = linker.moves(read.snapshot, belong, asked)
        signed = linker.signed(read.snapshot, belong, asked)
        tables = {"flow": flows(moves, listed), "followed": followed(moves, signed, listed)}
        wrong(read.manifest, str(ctx.obj))
        run = Run(read.manifest, technologies, listed, asked, engine, Percentile.OPENALEX, day)
        handed(out, tables, run.about(FLOW), read.snapshot)
