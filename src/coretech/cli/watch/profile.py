"""``coretech watch profile``: works, citations, h-index and i10 of each author or institution."""

import sys
from pathlib import Path
from typing import Annotated

import polars as pl
import typer

from coretech.cli.watch.input import day_of_reading, snapshot_of
from coretech.engines.indicators.profiles import Of, profiles

_LETTER = {Of.AUTHOR: "A", Of.INSTITUTION: "I"}


def profile(
    works: Annotated[
        list[Path],
        typer.Argument(
            metavar="WORKS", help="著作檔、資料夾或快照 / files or folders of works, or a snapshot"
        ),
    ],
    *,
    by: Annotated[Of, typer.Option("--by", help="作者或機構 / authors or institutions")] = Of.INSTITUTION,
) -> None:
    """每位作者或機構一列，以 CSV 印出 / A line of CSV for each author or institution."""
    with snapshot_of(works, day_of_reading()) as read:
        found = profiles(read.snapshot, by)
    numbered = pl.concat_str(pl.lit(_LETTER[by]), pl.col(by.value).cast(pl.String)).alias(by.value)
    sys.stdout.write(found.with_columns(numbered).write_csv())
