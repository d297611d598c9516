"""The whole list through time: each item's spells on it, and each change on its day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.standing import ENDING, place_of, standing_rows


@dataclass(frozen=True, slots=True)
class Spell:
    """A time an item was on the list, from its first day to the one it left on; None where it is still there."""

    since: dt.date
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class Lane:
    """One item: the versions that stand, as corrected, in the order in which they count, and its spells."""

    versions: tuple[ItemVersion, ...]
    spells: tuple[Spell, ...]

    @property
    def newest(self) -> ItemVersion:
        """What was announced of it last."""
        return self.versions[-1]


def lanes() -> list[Lane]:
    """Every item there ever was, sector by sector, then by number."""
    rows = standing_rows().select_related("item", "sector", "authority").order_by("item__number")
    by_item = [sorted(versions, key=place_of) for _, versions in groupby(rows, key=lambda row: row.item_id)]
    found = [Lane(tuple(versions), tuple(spells(versions))) for versions in by_item]
    return sorted(found, key=lambda lane: (lane.newest.sector.order, lane.newest.item.number))


def spells(versions: Sequence[ItemVersion]) -> Iterable[Spell]:
    """The spells of an item with these versions, given in the order in which they count."""
    since: dt.date | None = None
    for version in versions:
        if version.change in ENDING and since is not None:
            yield Spell(since, version.valid_from)
            since = None
        elif since is None:
            since = version.valid_from
    if since is not None:
        yield Spell(since, None)
