"""``coretech watch``: who leads the world's technology, reckoned from open data; needs no database."""

import typer

from coretech.cli.speech import say
from coretech.cli.watch.asked import EngineGiven, Out, PercentileGiven, Technologies, Works, YearsGiven
from coretech.cli.watch.counts import count_patents, count_trade
from coretech.cli.watch.engines import Engine, counter_of
from coretech.cli.watch.fetch import fetch_into
from coretech.cli.watch.flow import flow
from coretech.cli.watch.input import (
    bundled_technologies,
    day_of_reading,
    read_years,
    snapshot_of,
    technologies_in,
)
from coretech.cli.watch.network import network
from coretech.cli.watch.output import Run, printed, told, write_out
from coretech.cli.watch.profile import profile
from coretech.cli.watch.reading import read_into
from coretech.cli.watch.trends import trends
from coretech.engines.indicators.definitions import write_technologies
from coretech.engines.indicators.histograms import Percentile
from coretech.engines.indicators.tracker import track

app = typer.Typer(
    help="國際技術監測：由公開著作資料計算各國指標 / Technology watch: indicators of countries from open data",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("ingest")(read_into)
app.command("fetch")(fetch_into)
app.command("patents")(count_patents)
app.command("trade")(count_trade)
app.command("profile")(profile)
app.command("trends")(trends)
app.command("network")(network)
app.command("flow")(flow)


@app.command("indicators")
def indicators(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    works: Works,
    *,
    technologies: Technologies,
    years: YearsGiven = None,
    engine: EngineGiven = Engine.POLARS,
    percentile: PercentileGiven = Percentile.OPENALEX,
    out: Out = None,
) -> None:
    """各技術各國的指標 / Indicators by technology and country."""
    language, day = str(ctx.obj), day_of_reading()
    asked, listed = read_years(years), technologies_in(technologies)
    with snapshot_of(works, day) as read, counter_of(engine) as counter:
        tracked = track(read.snapshot, listed, counter, asked, percentile)
        run = Run(read.manifest, technologies, listed, asked, engine, percentile, day)
        told(read.manifest, tracked, language)
        if out is None:
            printed(tracked.technologies, tracked.countries)
        else:
            write_out(out, tracked, run, read.snapshot)


@app.command("technologies")
def technologies() -> None:
    """印出隨附的技術定義（TECH.csv） / Print the definitions that are kept, as TECH.csv."""
    say(write_technologies(bundled_technologies()).removesuffix("\n"))
