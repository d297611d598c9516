"""The parameters that the commands over works and technologies share."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.watch.engines import Engine
from coretech.engines.indicators.histograms import Percentile

Works = Annotated[
    list[Path],
    typer.Argument(metavar="WORKS", help="著作檔、資料夾或快照 / files or folders of works, or a snapshot"),
]
Technologies = Annotated[
    Path, typer.Option("--technologies", metavar="TECH.csv", help="技術定義 / definitions of technologies")
]
YearsGiven = Annotated[
    str | None, typer.Option("--years", metavar="2019-2023", help="只計這些年 / these years only")
]
EngineGiven = Annotated[Engine, typer.Option("--engine", help="計算引擎 / what counts")]
PercentileGiven = Annotated[
    Percentile, typer.Option("--percentile", help="誰判定前 10% / who says what is top 10 %")
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="DIR", help="結果資料夾；不給則印出 / where the tables go; printed without"
    ),
]
