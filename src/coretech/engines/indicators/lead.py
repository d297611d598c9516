"""``leader``, ``runner_up`` and ``lead_ratio``: who has the largest and the next largest share, and how far ahead.

lead_ratio = the leader's top10_share ÷ the runner-up's; infinite where nobody else has a share. Of equals, the one with
more works is named first, then the one whose letters come first.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """A country, its part of the top papers over the technology's one denominator, and its works."""

    country: str
    part: int
    works: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The two in front; a country that has no share is not in front."""

    leader: str | None
    runner_up: str | None
    ratio: float | None


def lead(holders: Sequence[Holder]) -> Lead:
    """Who leads a technology; nobody where no country has a share."""
    ordered = sorted(
        (each for each in holders if each.part), key=lambda each: (-each.part, -each.works, each.country)
    )
    if not ordered:
        return Lead(None, None, None)
    if len(ordered) == 1:
        return Lead(ordered[0].country, None, math.inf)
    first, second = ordered[:2]
    return Lead(first.country, second.country, first.part / second.part)
