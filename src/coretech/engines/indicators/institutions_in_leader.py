"""``institutions_in_leader``: how many of the ten institutions with most top papers are in the leading country.

An institution has a paper that any of its authors signed; of equals at the tenth place the one with the smaller
OpenAlex number is in. An institution's country is the one OpenAlex gives for it.
"""

from collections.abc import Mapping

import polars as pl

TEN = 10


def ten_institutions(institutions: pl.DataFrame) -> dict[int, list[int]]:
    """The ten of each technology, the one with most top papers first."""
    most = pl.col("institution").sort_by("works", "institution", descending=[True, False]).head(TEN)
    return dict(institutions.group_by("technology").agg(most).rows())


def institutions_in_leader(
    ten: list[int], countries: Mapping[int, str | None], leader: str | None
) -> int | None:
    """How many; none where nobody leads."""
    return None if leader is None else sum(countries.get(each) == leader for each in ten)
