"""Measure ours and the peer in turns, so that a slow moment of the machine hits both."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.contest import Contest
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Result:
    """Medians in seconds over the rounds, and the median of the rounds' ratios ours to peer.

    ``peer`` and ``ratio`` are none where there was no peer.
    """

    name: str
    unit: str
    count: int
    rounds: int
    ours: float
    peer: float | None
    ratio: float | None
    remarks: tuple[Sentence, ...] = ()

    @property
    def rate(self) -> float:
        """Units that ours does in a second."""
        return self.count / self.ours

    @property
    def peer_rate(self) -> float | None:
        """Units that the peer does in a second."""
        return None if self.peer is None else self.count / self.peer


def measure(contest: Contest, rounds: int) -> Result:
    """Run both once to warm up, then ``rounds`` times in turns."""
    sides = [side for side in (contest.ours, contest.peer) if side is not None]
    for side in sides:
        side()
    times = [[_seconds(side) for side in sides] for _ in range(rounds)]
    ours, *peers = (statistics.median(side) for side in zip(*times, strict=True))
    return Result(
        contest.name,
        contest.unit,
        contest.count,
        rounds,
        ours=ours,
        peer=peers[0] if peers else None,
        ratio=statistics.median(ours / peer for ours, peer in times) if peers else None,
        remarks=tuple(contest.remarks()),
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
