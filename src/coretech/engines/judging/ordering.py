"""What to judge next: first what teaches most, near the threshold and of many kinds, then the best that are left."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import zip_longest

MOST_INFORMATIVE = 40
"""How many are judged for what they teach before the best follow."""


class Ground(StrEnum):
    """Why something stands where it stands in the queue."""

    NEAR = "near"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something to be judged: its key, the kind it counts to, and its score in [0, 1]."""

    key: int
    kind: Hashable
    score: float


@dataclass(frozen=True, slots=True)
class Next:
    """A key in the queue, and why it stands there."""

    key: int
    ground: Ground


def ordered(waiting: Sequence[Waiting], threshold: float, judged: int = 0) -> list[Next]:
    """The queue: the near ones of each kind by turns until ``MOST_INFORMATIVE`` are judged, then the best.

    Equal ones come in the order of their keys, so that the queue is the same for whoever asks.
    """
    first = _by_turns(waiting, threshold)[: max(0, MOST_INFORMATIVE - judged)]
    taken = {each.key for each in first}
    rest = sorted(
        (each for each in waiting if each.key not in taken), key=lambda each: (-each.score, each.key)
    )
    return [Next(each.key, Ground.NEAR) for each in first] + [Next(each.key, Ground.BEST) for each in rest]


def _by_turns(waiting: Sequence[Waiting], threshold: float) -> list[Waiting]:
    """One of each kind after the other, each kind's nearest to the threshold first."""

    def distance(each: Waiting) -> tuple[float, int]:
        return abs(each.score - threshold), each.key

    kinds: dict[Hashable, list[Waiting]] = {}
    for each in sorted(waiting, key=distance):
        kinds.setdefault(each.kind, []).append(each)
    return [each for turn in zip_longest(*kinds.values()) for each in turn if each is not None]


def drawn(seed: int, purpose: str, key: int) -> float:
    """A number in [0, 1) that looks random and is always the same for a seed, a purpose and a key.

    Whatever lies below a share is a random sample of that share; in its order a list is in random order.
    """
    digest = sha256(f"{seed}/{purpose}/{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64
