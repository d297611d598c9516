"""``coretech watch``: who leads the world's technology, reckoned from open data; needs no database."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.speech import say
from coretech.cli.watch_engines import Engine, counter_of
from coretech.cli.watch_input import (
    bundled_technologies,
    day_of_reading,
    read_years,
    snapshot_of,
    technologies_in,
)
from coretech.cli.watch_output import Run, printed, told, write_out
from coretech.cli.watch_profile import profile
from coretech.cli.watch_reading import read_into
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
app.command("profile")(profile)


@app.command("indicators")
def indicators(  # noqa: PLR0913 - one parameter an option
    ctx: typer.Context,
    works: Annotated[
        list[Path],
        typer.Argument(
            metavar="WORKS", help="著作檔、資料夾或快照 / files or folders of works, or a snapshot"
        ),
    ],
    *,
    technologies: Annotated[
        Path,
        typer.Option("--technologies", metavar="TECH.csv", help="技術定義 / definitions of technologies"),
    ],
    years: Annotated[
        str | None, typer.Option("--years", metavar="2019-2023", help="只計這些年 / these years only")
    ] = None,
    engine: Annotated[Engine, typer.Option("--engine", help="計算引擎 / what counts")] = Engine.POLARS,
    percentile: Annotated[
        Percentile, typer.Option("--percentile", help="誰判定前 10% / who says what is top 10 %")
    ] = Percentile.OPENALEX,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="結果資料夾；不給則印出 / where the tables go; printed without"
        ),
    ] = None,
) -> None:
    """各技術各國的指標 / Indicators by technology and country."""
    language, day = str(ctx.obj), day_of_reading()
    asked, listed = read_years(years), technologies_in(technologies)
    with snapshot_of(works, day) as read, counter_of(engine) as counter:
        tracked = track(read.snapshot, listed, counter, asked, percentile)
        run = Run(read.manifest, technologies, listed, asked, engine, percentile, day)
        told(read.manifest, tracked, language)
        if out is None:
            printed(tracked)
        else:
            write_out(out, tracked, run, read.snapshot.folder)


@app.command("technologies")
def technologies() -> None:
    """印出隨附的技術定義（TECH.csv） / Print the definitions that are kept, as TECH.csv."""
    say(write_technologies(bundled_technologies()).removesuffix("\n"))
