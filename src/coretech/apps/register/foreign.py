"""Names on other countries' lists that are like an item's: offered to whoever reviews it, never put in by itself."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.cases.evidence import ENOUGH, likeness
from coretech.apps.lists.foreign import ForeignList, foreign_lists
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.reviews import reviews_of
from coretech.kit.clock import TAIPEI

_MOST = 8


@dataclass(frozen=True, slots=True)
class ForeignName:
    """A name on a list; ``moved`` is whether that list came out after the item was last reviewed."""

    source: ForeignList
    name: str
    moved: bool


def foreign_names(version: ItemVersion, year: int) -> list[ForeignName]:
    """The names most like the item's own, in the lists of others; the newest list first among the same."""
    since = _last_looked_at(version, year).isoformat()
    words = f"{version.name_zh}\n{version.name_en}\n{version.sector.zh}\n{version.sector.en}"
    found = [
        (likeness(name, words), each.date, ForeignName(each, name, moved=each.date > since))
        for each in foreign_lists()
        for name in each.names
    ]
    like = sorted((row for row in found if row[0] >= ENOUGH), key=lambda row: row[:2], reverse=True)
    return [name for _, _, name in like[:_MOST]]


def _last_looked_at(version: ItemVersion, year: int) -> dt.date:
    """The day of the last review before this year's, or else the day the item stands on the list since."""
    before = [review for review in reviews_of(version) if review.year < year]
    return before[0].reviewed_at.astimezone(TAIPEI).date() if before else version.valid_from
