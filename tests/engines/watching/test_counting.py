"""What is kept of a technology, against plain loops over the same works."""

import datetime as dt
import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.histograms import Percentile, Years
from coretech.engines.indicators.polars_plan import PolarsCounter
from coretech.engines.indicators.queries import Query, read_query
from coretech.engines.indicators.reference import belongs
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.watching.counting import Asked, Found, count
from coretech.readers.works.ingest import ingest
from coretech.readers.works.manifest import Asked as AskedToRead
from tests.factories import watch_factories

QUERY = read_query('T10001, graphene, "graphene transistors" AND graphene, -rice')
EVERYTHING, NOTHING = read_query(""), read_query("unobtainium")


@pytest.fixture(scope="module")
def works() -> list[dict[str, object]]:
    lines = gzip.decompress(watch_factories.works([("US", 12), ("CN", 9)])).decode().splitlines()
    return [json.loads(line) for line in lines if line.endswith("}")]


@pytest.fixture(scope="module")
def snapshot(works: list[dict[str, object]], tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("watching")
    given = folder / "works.jsonl"
    given.write_text("\n".join(map(json.dumps, works)), encoding="utf-8")
    manifest = ingest([given], folder / "snapshot", AskedToRead(dt.date(2026, 1, 1)))
    return Snapshot(folder / "snapshot", manifest.parts)


def counted(snapshot: Snapshot, query: Query, years: Years = Years(), seed: str = "X/1") -> Found:  # noqa: B008 - frozen
    asked = Asked([Technology("X", "x", query)], [seed], years, Percentile.OPENALEX)
    (found,) = count(snapshot, asked, PolarsCounter())
    return found


@pytest.mark.parametrize("query", [QUERY, EVERYTHING, NOTHING], ids=["parts", "everything", "nothing"])
def test_years_and_works_are_those_of_plain_loops(
    snapshot: Snapshot, works: list[dict[str, object]], query: Query
) -> None:
    held = [work for work in works if belongs(work, query)]

    found = counted(snapshot, query)

    assert found.row["works"] == len(held)
    assert {year: many for year, many, _ in found.years} == Counter(work["publication_year"] for work in held)
    assert {each.id for each in found.sample} <= {str(work["id"]).rpartition("/")[2] for work in held}
    assert len(found.sample) == min(30, len(held))


def test_a_part_adds_what_no_part_before_it_found(snapshot: Snapshot, works: list[dict[str, object]]) -> None:
    ways = [Query("", (way,), QUERY.without) for way in QUERY.ways]
    sets = [{work["id"] for work in works if belongs(work, way)} for way in ways]

    found = counted(snapshot, QUERY)

    seen: set[object] = set()
    for part, mine in zip(found.parts, sets, strict=True):
        assert (part.works, part.added) == (len(mine), len(mine - seen))
        seen |= mine
    assert sum(each.added for each in found.parts) == found.row["works"]


def test_a_sample_is_drawn_by_its_seed(snapshot: Snapshot) -> None:
    first, again, other = (counted(snapshot, QUERY, seed=seed).sample for seed in ("X/1", "X/1", "X/2"))

    assert [each.id for each in first] == [each.id for each in again]
    assert [each.id for each in first] != [each.id for each in other]


def test_years_that_do_not_count_are_in_nothing_that_is_shown(snapshot: Snapshot) -> None:
    found = counted(snapshot, QUERY, Years(2020, 2021))

    assert {year for year, *_ in found.years} == {2020, 2021}
    assert {each.year for each in (*found.reading, *found.sample)} == {2020, 2021}
    assert sum(each.added for each in found.parts) == found.row["works"]


def test_a_snapshot_without_works_is_counted_as_nothing(tmp_path: Path) -> None:
    found = counted(Snapshot(tmp_path, ()), QUERY)

    assert (found.row["works"], found.countries, found.reading, found.sample) == (0, [], [], [])
    assert [each.works for each in found.parts] == [0, 0, 0]


def test_the_most_cited_of_each_year_come_first(snapshot: Snapshot) -> None:
    reading = counted(snapshot, EVERYTHING).reading

    keys = [(-(each.year or 0), -(each.citations or 0)) for each in reading]
    assert keys == sorted(keys)
    assert max(Counter(each.year for each in reading).values()) <= 10
