"""Trends, specialisation, networks and flows again, slow and obvious, over works as OpenAlex gives them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import sqrt

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.reference import (
    Row,
    Work,
    belongs,
    countries_of,
    country_rows,
    each_once,
    leading,
)


def yearly(works: Sequence[Work], technology: Technology, *, recompute: bool) -> list[Row]:
    """Each year taken as if there were no other."""
    rows: list[Row] = []
    for year, of_year in _years(works).items():
        named = [each for each in of_year if belongs(each, technology.query) and countries_of(each)]
        for row in country_rows(of_year, technology, recompute=recompute):
            mine = [each for each in named if row["country"] in countries_of(each)]
            part = sum(Fraction(1, len(countries_of(each))) for each in mine)
            kept = {name: value for name, value in row.items() if name not in {"h_index", "rank"}}
            rows.append({**kept, "year": year, "share": float(part / len(named))})
    return rows


def leading_yearly(works: Sequence[Work], technology: Technology, *, recompute: bool) -> list[Row]:
    """Who leads in each year, taken as if there were no other."""
    found = []
    for year, of_year in _years(works).items():
        row = leading(of_year, technology, recompute=recompute)
        if row["works"]:
            names = ("technology_id", "works", "leader", "runner_up", "lead_ratio", "hhi")
            found.append({"year": year, **{name: row[name] for name in names}})
    return found


def specialised(works: Sequence[Work], technology: Technology) -> list[Row]:
    """A country's quotient over everybody's."""
    every = [each for each in each_once(works) if countries_of(each)]
    inside = [each for each in every if belongs(each, technology.query)]
    rows = []
    for country in sorted(set().union(*map(countries_of, inside))):
        mine = sum(country in countries_of(each) for each in every)
        both = sum(country in countries_of(each) for each in inside)
        rows.append(
            {
                "technology_id": technology.id,
                "country": country,
                "works": both,
                "country_works": mine,
                "specialisation": float(Fraction(both, mine) / Fraction(len(inside), len(every))),
            }
        )
    return rows


def network(works: Sequence[Work], technology: Technology) -> list[Row]:
    """Every pair of every work."""
    held = [countries_of(each) for each in each_once(works) if belongs(each, technology.query)]
    alone = Counter(country for each in held for country in each)
    pairs = Counter(pair for each in held for pair in combinations(sorted(each), 2))
    return [
        {
            "technology_id": technology.id,
            "country": one,
            "other": two,
            "works": shared,
            "country_works": alone[one],
            "other_works": alone[two],
            "salton": shared / sqrt(alone[one] * alone[two]),
        }
        for (one, two), shared in pairs.items()
    ]


def flow(works: Sequence[Work], technology: Technology) -> dict[tuple[str, str], int]:
    """Author by author, from the first year to the last."""
    counts: Counter[tuple[str, str]] = Counter()
    for years in _authors(works, technology).values():
        first, last = _home(years[min(years)]), _home(years[max(years)])
        if len(years) > 1 and first and last:
            counts[first, last] += 1
    return dict(counts)


def _authors(works: Sequence[Work], technology: Technology) -> dict[str, dict[int, list[set[str]]]]:
    """By author and year, the countries of each of the author's works."""
    found: dict[str, dict[int, list[set[str]]]] = defaultdict(lambda: defaultdict(list))
    for work in each_once(works):
        if work.get("publication_year") is None or not belongs(work, technology.query):
            continue
        of_work: dict[str, set[str]] = defaultdict(set)
        for authorship in work.get("authorships") or []:
            of_work[authorship["author"]["id"]] |= countries_of({"authorships": [authorship]})
        for author, countries in of_work.items():
            if countries:
                found[author][work["publication_year"]].append(countries)
    return found


def _home(works: list[set[str]]) -> str | None:
    """The country of most works; none where two have as many."""
    ordered = Counter(country for each in works for country in each).most_common()
    tied = len(ordered) > 1 and ordered[0][1] == ordered[1][1]
    return None if tied else ordered[0][0]


def _years(works: Sequence[Work]) -> dict[int, list[Work]]:
    found: dict[int, list[Work]] = defaultdict(list)
    for work in each_once(works):
        if work.get("publication_year") is not None:
            found[work["publication_year"]].append(work)
    return found
