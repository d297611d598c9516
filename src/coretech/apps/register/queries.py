"""Reading the register: as of any day, as known on any day. All of it is public."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.register.models import Announcement, ItemVersion
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import not_found

ENDING = frozenset({ItemVersion.Change.SPLIT, ItemVersion.Change.MERGED, ItemVersion.Change.REMOVED})
"""Versions that end an item: from their day on it is not on the list."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One item that two days of the list tell differently; ``before`` or ``after`` is None where it was not there.

    ``ended`` is the version that took it off the list, where it went.
    """

    number: int
    before: ItemVersion | None
    after: ItemVersion | None
    ended: ItemVersion | None = None

    @property
    def kind(self) -> str:
        """What happened to the item in a word, as `ItemVersion.Change` names it."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed" if self.ended is None else self.ended.change
        if self.before.name_zh != self.after.name_zh:
            return "renamed"
        return "moved" if self.before.authority_id != self.after.authority_id else "rescoped"


def in_force(as_of: dt.date, known_at: dt.date | None = None) -> list[ItemVersion]:
    """The list in force on a day, as known at the end of another (default: all that is known), by number."""
    return [row for row in _standing(as_of, known_at) if row.change not in ENDING]


def _standing(as_of: dt.date, known_at: dt.date | None = None) -> list[ItemVersion]:
    """The version each item had reached on a day, those that ended it among them, by number."""
    rows = _full().filter(valid_from__lte=as_of)
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=_end_of(known_at))
    return list(rows.order_by("item__number", "-valid_from", "-version").distinct("item__number"))


def first_valid_from(version: ItemVersion) -> dt.date:
    """Since when the item has been on the list; one that left it and came back counts from its return."""
    reached = [each for each in version.item.versions.all() if each.version <= version.version]
    return max(each.valid_from for each in reached if each.change == ItemVersion.Change.ADDED)


def history(number: int) -> list[ItemVersion]:
    """All versions of an item, oldest first.

    Raises:
        Refused: (HTTP 404) where the list never had such an item.
    """
    drafts = "case__pre_announcements"
    versions = list(_full().prefetch_related(drafts).filter(item__number=number).order_by("version"))
    if not versions:
        raise not_found(f"清單沒有第{number}項。", f"The list has no item {number}.")
    return versions


def difference(before: dt.date, after: dt.date) -> list[Difference]:
    """What changed between the lists of two days, by number."""
    old = {version.item.number: version for version in in_force(before)}
    standing = _standing(after)
    new = {version.item.number: version for version in standing if version.change not in ENDING}
    ended = {version.item.number: version for version in standing if version.change in ENDING}
    pairs = [
        Difference(number, old.get(number), new.get(number), ended.get(number))
        for number in sorted(old.keys() | new.keys())
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
    return None if newest is None or newest.change in ENDING else newest


def _full() -> QuerySet[ItemVersion]:
    return ItemVersion.objects.select_related(
        "item", "authority", "sector", "announcement", "case"
    ).prefetch_related("authority__names", "item__versions")


def _end_of(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.max, TAIPEI)
