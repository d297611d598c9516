"""Patents of some classes, against a slow script that takes them one after the other."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.engines.watching.beware import of_patents
from coretech.engines.watching.patents import count_patents

SCHEMA = {
    "patent": pl.UInt32,
    "office": pl.String,
    "country": pl.String,
    "class": pl.String,
    "year": pl.Int16,
}
Row = tuple[int, str | None, str | None, str | None, int | None]
LANDS, KINDS = st.sampled_from([None, "TW", "US", "JP"]), st.sampled_from([None, "H01L", "H10B", "G06F"])


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """Patents with all pairs of their countries and classes, as the reader keeps them."""
    rows: list[Row] = []
    for patent in range(draw(st.integers(0, 5))):
        office, year = draw(st.sampled_from([None, "TW", "EP"])), draw(st.sampled_from([None, 2020, 2022]))
        lands, kinds = draw(st.sets(LANDS, min_size=1)), draw(st.sets(KINDS, min_size=1))
        every = {None} if lands == {None} else lands - {None}, {None} if kinds == {None} else kinds - {None}
        rows += [(patent, office, land, kind, year) for land in every[0] for kind in every[1]]
    return rows


def slowly(rows: Iterable[Row], classes: list[str]) -> dict[str, tuple[int, Fraction]]:
    found: dict[str, list[Fraction]] = defaultdict(list)
    by_patent: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_patent[row[0]].append(row)
    for own in by_patent.values():
        if classes and not any(kind and kind.startswith(tuple(classes)) for _, _, _, kind, _ in own):
            continue
        lands = {land for _, _, land, _, _ in own if land}
        for land in lands:
            found[land].append(Fraction(1, len(lands)))
    return {land: (len(parts), sum(parts, Fraction())) for land, parts in found.items()}


@settings(max_examples=40, deadline=None)
@given(tables(), st.sampled_from([[], ["H01L"], ["H"], ["H10B", "G06F"], ["A01B"]]))
def test_countries_are_those_a_slow_script_finds(rows: list[Row], classes: list[str]) -> None:
    made = count_patents(pl.DataFrame(rows, schema=SCHEMA, orient="row").lazy(), classes)

    expected = slowly(rows, classes)
    assert {each.key: each.patents for each in made.countries} == {
        land: many for land, (many, _) in expected.items()
    }
    for each in made.countries:
        assert abs(each.fractional - expected[each.key][1]) < Fraction(1, 10**5)
    assert sum(made.years.values()) <= made.patents
    assert sum(each.patents for each in made.offices) <= made.patents


def test_few_patents_of_one_office_without_countries_are_warned_of() -> None:
    rows: list[Row] = [(number, "US", None, "H01L", 2020) for number in range(5)]

    made = count_patents(pl.DataFrame(rows, schema=SCHEMA, orient="row").lazy(), ["H01L"])
    said = " ".join(each.en for each in of_patents(made, narrowed=True))

    for words in ("there are 5 only", "100 % name no country", "one office (US)", "families", "subclasses"):
        assert words in said
