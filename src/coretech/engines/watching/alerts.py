"""What moved between two countings of the same technology: another leader, or a share beyond its noise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from coretech.engines.watching.intervals import Interval, newcombe

LEAST_TOP = 10
"""Top papers with a country that either counting needs, before a share is said to have moved."""


class Moved(StrEnum):
    """What kind of change it is."""

    LEADER = "leader"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Standing:
    """A technology at one counting: leader, share of each country, and top papers that name a country."""

    leader: str
    shares: Mapping[str, float]
    top: int


@dataclass(frozen=True, slots=True)
class Alert:
    """A change: of the leader from ``country_before`` to ``country``, or of ``country``'s share.

    ``interval`` is that of the difference of the shares of ``country``, in the same unit as the shares. ``firm`` says
    whether 0 lies outside of it: a leader may change within the noise.
    """

    kind: Moved
    country: str
    country_before: str
    before: float
    after: float
    interval: Interval
    firm: bool


def alerts(before: Standing, after: Standing) -> Iterator[Alert]:
    """The changes from one counting to another, the leader's first; none where either rests on too little."""
    if min(before.top, after.top) < LEAST_TOP:
        return
    if before.leader and after.leader and before.leader != after.leader:
        yield _alert(Moved.LEADER, after.leader, before.leader, before, after)
    for country in sorted(before.shares.keys() | after.shares.keys()):
        moved = _alert(Moved.SHARE, country, country, before, after)
        if moved.firm:
            yield moved


def _alert(kind: Moved, country: str, earlier: str, before: Standing, after: Standing) -> Alert:
    was, now = before.shares.get(country, 0.0), after.shares.get(country, 0.0)
    interval = newcombe(was, before.top, now, after.top)
    return Alert(kind, country, earlier, was, now, interval, firm=not interval.holds(0.0))
