"""``flow``: from which country to which the authors of a technology went between their first year in it and their last.

An author's country in a year is the one most of the author's works of that year name beside the name; where two have as
many it is not clear, and the author is in no row. Who stayed has the same country twice. An author is who has a number
in the source; works whose authors have none cannot be followed, and are counted.
"""

from collections import defaultdict
from collections.abc import Sequence

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.kit.countries import country_of

FLOWS = pl.Schema(
    {
        "technology_id": pl.String,
        "origin": pl.String,
        "destination": pl.String,
        "authors": pl.Int64,
        "share": pl.Float64,
    }
)
"""``share``: of the authors who were in ``origin`` first."""
FOLLOWED = pl.Schema(
    {
        "technology_id": pl.String,
        "works": pl.Int64,
        "without_author": pl.Int64,
        "authors": pl.Int64,
        "without_country": pl.Int64,
        "one_year": pl.Int64,
        "unclear": pl.Int64,
        "stayed": pl.Int64,
        "moved": pl.Int64,
    }
)
"""Works, those without a numbered author, and authors: all = without a country or year + one year only + not clear +
stayed + moved."""


def flows(moves: pl.DataFrame, technologies: Sequence[Technology]) -> pl.DataFrame:
    """A row for each origin and destination that an author had, by letters within a technology."""
    clear = _clear(moves).group_by("technology", "origin", "destination").agg(pl.col("authors").sum())
    of = pl.col("authors").sum().over("technology", "origin")
    rows = clear.with_columns(share=pl.col("authors") / of).sort("technology", "origin", "destination").rows()
    named = [
        (technologies[technology].id, country_of(origin), country_of(destination), *figures)
        for technology, origin, destination, *figures in rows
    ]
    return pl.DataFrame(named, FLOWS, orient="row")


def followed(moves: pl.DataFrame, signed: pl.DataFrame, technologies: Sequence[Technology]) -> pl.DataFrame:
    """A row for each technology, also one without works: how many of its authors the flows rest on."""
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for technology, origin, destination, several, authors in moves.rows():
        counts[technology][_kind(origin, destination, several)] += authors
    of = {row[0]: row[1:] for row in signed.rows()}
    rows = []
    for place, technology in enumerate(technologies):
        works, without_author, authors = of.get(place, (0, 0, 0))
        kinds = [counts[place][kind] for kind in ("one_year", "unclear", "stayed", "moved")]
        rows.append((technology.id, works, without_author, authors, authors - sum(kinds), *kinds))
    return pl.DataFrame(rows, FOLLOWED, orient="row")


def _clear(moves: pl.DataFrame) -> pl.DataFrame:
    known = pl.col("origin").is_not_null() & pl.col("destination").is_not_null()
    return moves.filter(known & (pl.col("several") == 1))


def _kind(origin: int | None, destination: int | None, several: int) -> str:
    if not several:
        return "one_year"
    if origin is None or destination is None:
        return "unclear"
    return "stayed" if origin == destination else "moved"
