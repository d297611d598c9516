"""Profiles of authors and institutions: works, citations, h-index, and works cited ten times or more (i10)."""

from enum import StrEnum

import polars as pl

from coretech.engines.indicators.h_index import h_index
from coretech.engines.indicators.tables import Snapshot

I10 = 10


class Of(StrEnum):
    """Whose profile; the name of the column in authorships."""

    AUTHOR = "author"
    INSTITUTION = "institution"


def profiles(snapshot: Snapshot, of: Of) -> pl.DataFrame:
    """``(author or institution, works, citations, h_index, i10)``, most works first; a work counts once for each.

    Works whose citations are not known count as works, and for nothing else.
    """
    works = pl.scan_parquet(snapshot.all("works")).filter("counted").select("work", "citations")
    signed = pl.scan_parquet(snapshot.all("authorships")).select("work", of.value).drop_nulls().unique()
    held = signed.join(works, on="work").collect()
    counts = held.drop_nulls().group_by(of.value, "citations").agg(works=pl.len())
    summed = held.group_by(of.value).agg(
        works=pl.len(), citations=pl.col("citations").sum(), i10=(pl.col("citations") >= I10).sum()
    )
    profiled = summed.join(h_index(counts, (of.value,)), on=of.value, how="left").select(
        of.value, "works", "citations", pl.col("h_index").fill_null(0), "i10"
    )
    ordered = profiled.sort("works", "citations", of.value, descending=[True, True, False])
    return _named(snapshot, ordered) if of is Of.INSTITUTION else ordered


def _named(snapshot: Snapshot, profiled: pl.DataFrame) -> pl.DataFrame:
    names = pl.read_parquet(snapshot.all("institutions")).unique(
        "institution", keep="last", maintain_order=True
    )
    return profiled.join(names, on="institution", how="left", maintain_order="left")
