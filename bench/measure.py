"""Measure ours and the peer in turns, so that a slow moment of the machine hits both."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.contest import Contest


@dataclass(frozen=True, slots=True)
class Result:
    """Medians in seconds over the rounds, and the median of the rounds' ratios ours to peer."""

    name: str
    unit: str
    count: int
    rounds: int
    ours: float
    peer: float
    ratio: float

    @property
    def rate(self) -> float:
        """Units that ours does in a second."""
        return self.count / self.ours


def measure(contest: Contest, rounds: int) -> Result:
    """Run both once to warm up, then ``rounds`` times in turns."""
    contest.ours()
    contest.peer()
    pairs = [(_seconds(contest.ours), _seconds(contest.peer)) for _ in range(rounds)]
    return Result(
        contest.name,
        contest.unit,
        contest.count,
        rounds,
        ours=statistics.median(ours for ours, _ in pairs),
        peer=statistics.median(peer for _, peer in pairs),
        ratio=statistics.median(ours / peer for ours, peer in pairs),
    )


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    finally:
        gc.enable()
