"""A work that was given more than once counts once: the newest by its date of update, of equals the last one read."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from coretech.readers.works.parts import write_table
from coretech.readers.works.problems import Fault, Problem


def count_once(folder: Path, parts: Sequence[str]) -> list[Problem]:
    """Mark in the works of all parts which count; give those that do not."""
    if not parts:
        return []
    paths = {part: folder / "works" / f"{part}.parquet" for part in parts}
    works = pl.scan_parquet(list(paths.values())).select("work", "id", "updated").collect()
    again = works.filter(pl.col("id").is_duplicated())
    newest = again.sort("updated", "work", nulls_last=False).unique("id", keep="last")
    old = again.join(newest, on="work", how="anti")
    for part, path in paths.items():
        _mark(folder, part, path, old)
    return [Problem("", 0, Fault.DUPLICATE, each) for each in old.sort("work")["id"]]


def _mark(folder: Path, part: str, path: Path, old: pl.DataFrame) -> None:
    """Write the part anew only where something of it counts otherwise than before."""
    counted = pl.scan_parquet(path).select("work", "counted").collect()
    now = counted.select(~pl.col("work").is_in(old["work"].implode())).to_series()
    if not now.equals(counted["counted"]):
        write_table(pl.read_parquet(path).with_columns(now.alias("counted")), folder, "works", part)
