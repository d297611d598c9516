"""``coretech watch trends``: years, concentration, specialisation and growth of technologies and their countries."""

import typer

from coretech.cli.watch.asked import EngineGiven, Out, PercentileGiven, Technologies, Works, YearsGiven
from coretech.cli.watch.engines import Engine, counter_of
from coretech.cli.watch.input import day_of_reading, read_years, snapshot_of, technologies_in
from coretech.cli.watch.output import Run, handed, wrong
from coretech.engines.indicators import trends as by_year
from coretech.engines.indicators.concentration import concentration
from coretech.engines.indicators.counting import counted
from coretech.engines.indicators.formulas_links import TRENDS
from coretech.engines.indicators.growth_rows import growth_rows
from coretech.engines.indicators.histograms import Percentile
from coretech.engines.indicators.missing import incomplete_year, languages, missing_by_year
from coretech.engines.indicators.specialisation import EVERYTHING, specialisation


def trends(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    works: Works,
    *,
    technologies: Technologies,
    years: YearsGiven = None,
    engine: EngineGiven = Engine.POLARS,
    percentile: PercentileGiven = Percentile.OPENALEX,
    out: Out = None,
) -> None:
    """逐年趨勢、集中度、專業化與成長 / Trends by year, concentration, specialisation and growth."""
    asked, listed, day = read_years(years), technologies_in(technologies), day_of_reading()
    with snapshot_of(works, day) as read, counter_of(engine) as counter:
        held = counted(read.snapshot, [*listed, EVERYTHING], counter, asked, percentile)
        named = [*listed, EVERYTHING]
        tables = {
            "years": by_year.trends(held, named),
            "concentration": concentration(held, named),
            "specialisation": specialisation(held, listed),
            "growth": growth_rows(held, named, asked),
            "coverage": missing_by_year(held, named, incomplete_year(read.snapshot)),
            "languages": languages(read.snapshot),
        }
        wrong(read.manifest, str(ctx.obj))
        run = Run(read.manifest, technologies, listed, asked, engine, percentile, day)
        handed(out, tables, {**run.about(TRENDS), **run.ranked()}, read.snapshot)
