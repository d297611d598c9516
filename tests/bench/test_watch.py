"""The benchmarks of watching: every way gives the same figures, and what reads works reads them all."""

from pathlib import Path

import pytest

from bench import watch_stage
from bench.contests import watch, watch_ingest
from bench.measure import measure
from bench.watch_program import ours
from bench.watch_ways import bare, pandas_ranking, polars_ranking

WORKS = 3_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    stage = tmp_path_factory.mktemp("works")
    watch_stage.build(stage, WORKS)
    return stage


def test_ranking_and_counting_give_the_same_shares_and_h_indexes(folder: Path) -> None:
    shares, hs = ours(folder)

    for other in (polars_ranking(folder), pandas_ranking(folder)):
        assert other[0] == pytest.approx(shares)
        assert other[1] == hs
    assert bare(folder)[1] == sum(range(WORKS))


def test_ways_that_differ_are_no_contest() -> None:
    one = {"shares": 8.0, "h": 4}

    watch.see_the_same(one, {"shares": 8.0 + 1e-12, "h": 4})
    with pytest.raises(watch.DifferError):
        watch.see_the_same(one, {"shares": 8.0, "h": 5})


def test_reading_is_measured_over_all_works() -> None:
    for contest in watch_ingest.contest(200):
        result = measure(contest, rounds=1)

    assert result.count == 200
    assert result.ratio is not None
    assert ["Parquet" in said.en for said in result.remarks] == [True, True]
