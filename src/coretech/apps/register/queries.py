"""Reading the register: as of any day, as known on any day. All of it is public."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.register.models import Announcement, ItemVersion
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import not_found


@dataclass(frozen=True, slots=True)
class Difference:
    """One item that two days of the list tell differently; ``before`` or ``after`` is None where it was not there."""

    number: int
    before: ItemVersion | None
    after: ItemVersion | None

    @property
    def kind(self) -> str:
        """``added``, ``removed``, ``renamed`` or ``moved``."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "renamed" if self.before.name_zh != self.after.name_zh else "moved"


def in_force(as_of: dt.date, known_at: dt.date | None = None) -> list[ItemVersion]:
    """The list in force on a day, as known at the end of another (default: all that is known), by number."""
    rows = _full().filter(valid_from__lte=as_of)
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=_end_of(known_at))
    newest = rows.order_by("item__number", "-valid_from", "-version").distinct("item__number")
    return [row for row in newest if row.change != ItemVersion.Change.REMOVED]


def first_valid_from(version: ItemVersion) -> dt.date:
    """Since when the item has been on the list."""
    return version.item.versions.all()[0].valid_from


def history(number: int) -> list[ItemVersion]:
    """All versions of an item, oldest first.

    Raises:
        Refused: (HTTP 404) where the list never had such an item.
    """
    decided = ("case__pre_announcements", "case__items__meeting")
    versions = list(_full().prefetch_related(*decided).filter(item__number=number).order_by("version"))
    if not versions:
        raise not_found(f"清單沒有第{number}項。", f"The list has no item {number}.")
    return versions


def difference(before: dt.date, after: dt.date) -> list[Difference]:
    """What changed between the lists of two days, by number."""
    old = {version.item.number: version for version in in_force(before)}
    new = {version.item.number: version for version in in_force(after)}
    pairs = [
        Difference(number, old.get(number), new.get(number)) for number in sorted(old.keys() | new.keys())
    ]
    return [pair for pair in pairs if pair.before != pair.after]


def announcements() -> QuerySet[Announcement]:
    """All announcements, newest first, each with the versions it brought."""
    return Announcement.objects.order_by("-edition").prefetch_related(
        "versions__item__versions", "versions__authority__names", "versions__sector"
    )


def find_announcement(edition: int) -> Announcement:
    """The announcement that made an edition of the list (HTTP 404 where there is none)."""
    found = announcements().filter(edition=edition).first()
    if found is None:
        raise not_found(f"沒有第{edition}版的公告。", f"There is no announcement of edition {edition}.")
    return found


def edition_on(as_of: dt.date) -> Announcement | None:
    """The newest announcement in effect on a day, or None before the first."""
    return Announcement.objects.filter(effective_on__lte=as_of).order_by("-edition").first()


def in_effect_versions(versions: Sequence[ItemVersion], as_of: dt.date) -> ItemVersion | None:
    """The version of one item that a day's list shows, or None."""
    reached = [version for version in versions if version.valid_from <= as_of]
    newest = max(reached, key=lambda version: (version.valid_from, version.version), default=None)
    return None if newest is None or newest.change == ItemVersion.Change.REMOVED else newest


def _full() -> QuerySet[ItemVersion]:
    return ItemVersion.objects.select_related(
        "item", "authority", "sector", "announcement", "case"
    ).prefetch_related("authority__names", "item__versions")


def _end_of(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.max, TAIPEI)
