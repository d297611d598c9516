"""``coverage`` year by year and by language: where a figure's works are missing, and which works they are.

Works without a country are in no country's figures, and are not spread evenly over years and languages; a share is of
what names a country. ``incomplete`` is the newest year of the snapshot while it has less than 80 % of the works of the
year before: its works are still coming in, and a trend that ends in it falls for no other reason.
"""

from collections.abc import Sequence

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.histograms import Histograms
from coretech.engines.indicators.tables import Snapshot

WHOLE = 0.8
"""What part of the year before the newest year has, at least, to be called whole."""
YEARS = pl.Schema(
    {
        "technology_id": pl.String,
        "year": pl.Int64,
        "works": pl.Int64,
        "without_country": pl.Int64,
        "without_citations": pl.Int64,
        "without_percentile": pl.Int64,
        "top10": pl.Int64,
        "threshold": pl.Int64,
        "incomplete": pl.Boolean,
    }
)
"""``threshold``: the fewest citations of a top paper, where they are ranked anew; null where OpenAlex says it."""
LANGUAGES = pl.Schema(
    {"language": pl.String, "works": pl.Int64, "share": pl.Float64, "without_country": pl.Int64}
)


def missing_by_year(
    counted: Histograms, technologies: Sequence[Technology], incomplete: int | None
) -> pl.DataFrame:
    """A row for each technology and year; the year is null for works that name none."""
    summed = counted.papers.group_by("technology", "year").agg(
        pl.col("works").sum(),
        without_country=_of(pl.col("named") == 0),
        without_citations=_of(pl.col("cited") == 0),
        without_percentile=_of(pl.col("top").is_null()),
        top10=_of(pl.col("top") == 1),
    )
    least = counted.thresholds.select("technology", "year", threshold="citations")
    rows = summed.join(least, on=["technology", "year"], how="left").sort(
        "technology", "year", nulls_last=True
    )
    ids = {place: each.id for place, each in enumerate(technologies)}
    return rows.select(
        pl.col("technology").replace_strict(ids, return_dtype=pl.String).alias("technology_id"),
        *(pl.col(name).cast(kind) for name, kind in list(YEARS.items())[1:-1]),
        incomplete=(pl.col("year") == (-1 if incomplete is None else incomplete)).fill_null(value=False),
    )


def languages(snapshot: Snapshot) -> pl.DataFrame:
    """The works of the whole snapshot by language, most first; null where a work's language is not known."""
    if not snapshot.parts:
        return pl.DataFrame(schema=LANGUAGES)
    works = pl.scan_parquet(snapshot.all("works")).filter("counted").select("work", "language")
    named = pl.scan_parquet(snapshot.all("authorships")).select("work", "country").drop_nulls()
    told = named.select("work", named=pl.lit(value=True)).unique()
    counts = works.join(told, on="work", how="left").group_by("language")
    summed = counts.agg(works=pl.len(), without_country=pl.col("named").is_null().sum()).collect()
    shared = summed.with_columns(share=pl.col("works") / pl.col("works").sum())
    return (
        shared.select(*LANGUAGES)
        .cast(LANGUAGES)
        .sort("works", "language", descending=[True, False], nulls_last=True)
    )


def incomplete_year(snapshot: Snapshot) -> int | None:
    """The newest year, if its works are still coming in."""
    if not snapshot.parts:
        return None
    works = pl.scan_parquet(snapshot.all("works")).filter("counted").select("year").drop_nulls()
    counts: dict[int, int] = dict(works.group_by("year").len().collect().rows())
    newest = max(counts, default=0)
    return newest if counts.get(newest, 0) < WHOLE * counts.get(newest - 1, 0) else None


def _of(which: pl.Expr) -> pl.Expr:
    return pl.col("works").filter(which).sum()
