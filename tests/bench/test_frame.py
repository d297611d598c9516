"""The frame of the benchmarks: it measures both sides, says so, and keeps what it measured."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.contest import Contest
from bench.contests import CONTESTS, prepared
from bench.measure import Result, measure
from bench.report import table
from coretech.kit.sentence import Sentence

FETCHING = {"law-batch", "public-list"}
"""Those whose peer is fetched for the occasion; see `test_law_batch.py`, `test_public_list.py`."""

STAGED = {"plan-page", "dashboard"}
"""Those whose stage takes minutes to fill; see `test_plans.py`."""


def test_ours_and_the_peer_take_turns_after_a_warm_up() -> None:
    seen: list[str] = []
    contest = Contest(
        "turns",
        Sentence("輪流", "turns"),
        "turns",
        1,
        lambda: seen.append("ours"),
        lambda: seen.append("peer"),
    )
    result = measure(contest, rounds=3)
    assert seen == ["ours", "peer"] * 4
    assert result.rounds == 3


def test_the_table_has_a_line_for_each_with_its_ratio() -> None:
    lines = table([Result("one", "things", 10, 3, ours=0.5, peer=0.25, ratio=2.0)]).splitlines()
    assert lines[1].split() == [
        *("one", "500.0", "ms", "250.0", "ms", "2.00"),
        *("20", "things", "40", "things"),
    ]


def test_without_a_peer_ours_is_measured_all_the_same() -> None:
    remark = Sentence("沒有對照", "no peer")
    alone = Contest("alone", Sentence("獨自", "alone"), "things", 1, lambda: None, None, lambda: [remark])
    result = measure(alone, rounds=3)
    lines = table([result]).splitlines()
    assert (result.peer, result.ratio, result.remarks) == (None, None, (remark,))
    assert lines[1].split().count("—") == 3
    assert lines[-1] == "alone: 沒有對照 · no peer"


MANY = {"matching", "watch", "watch-ingest"}
"""Those that do more at once than a test should wait for; see `test_matching.py` and `test_watch.py`."""


@pytest.mark.parametrize("name", sorted(CONTESTS.keys() - FETCHING - STAGED - MANY))
def test_every_benchmark_runs(name: str) -> None:
    with prepared(name) as contest:
        assert contest.name == name
        assert contest.peer is not None
        contest.ours()
        contest.peer()


def test_the_results_are_kept_as_json(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench", "command-start", "--rounds", "1", "--results", str(tmp_path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert "ours/peer" in told.stdout
    (kept,) = tmp_path.glob("*.json")
    (result,) = json.loads(kept.read_text())["results"]
    assert result["name"] == "command-start"
    assert result["ratio"] > 0
