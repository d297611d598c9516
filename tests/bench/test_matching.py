"""The benchmark of the matcher: what it matches, that both sides find the same, and what it tells."""

from contextlib import contextmanager

import numpy as np
import pytest

from bench.contests import matching
from bench.matching_made import ITEMS, LONGEST, SHORTEST, items, projects
from coretech.engines.matching.lexical import Lexical


def test_the_made_projects_are_the_same_in_every_run_and_as_long_as_is_said() -> None:
    made = list(projects(300))

    assert made == list(projects(300))
    assert len(items()) == len(set(items())) == ITEMS
    assert all(SHORTEST <= len(text) <= LONGEST and 0 <= item < ITEMS for text, item in made)


def test_both_sides_run_and_the_remarks_tell_of_the_others() -> None:
    with contextmanager(matching.contest)(300, 2_000) as contest:
        contest.ours()
        assert contest.peer is not None
        contest.peer()
        told = [each.en for each in contest.remarks()]

    assert "as quick as scikit-learn (bar 10 ×: " in told[0]
    assert told[1].startswith("2,000 projects one after the other")
    assert [each.split(":")[0] for each in told[2:]] == [
        "from start to ready",
        "coretech",
        "tantivy + rjieba",
        "bm25s + rjieba",
        "both languages",
        "the labelled set's half for tuning, ours / plain tf-idf",
    ]
    assert all("reached)" in each for each in told if not each.startswith("coretech"))


def test_a_peer_that_finds_otherwise_is_no_peer() -> None:
    texts = [text for text, _ in projects(3)]

    with pytest.raises(matching.DifferError):
        matching.see_the_same(Lexical(items()), lambda given: np.zeros((len(given), 5)), texts)
