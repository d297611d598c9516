"""Reading the register: as of any day, as known on any day. All of it is public."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from coretech.apps.register.models import Announcement, ItemVersion
from coretech.apps.register.standing import (
    ENDING,
    begun_on,
    end_of,
    in_effect,
    reached_rows,
    since,
    standing,
    standing_rows,
)
from coretech.kit.refusal import not_found

__all__ = [
    "ENDING",
    "Difference",
    "announcements",
    "difference",
    "edition_on",
    "find_announcement",
    "find_version",
    "first_valid_from",
    "history",
    "in_effect_versions",
    "in_force",
    "newest_of",
]


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
        if self.before.authority_id != self.after.authority_id:
            return "moved"
        return "rescoped" if _reach(self.before) != _reach(self.after) else "renamed"

    @property
    def differs(self) -> bool:
        """Whether the two days say different things; an item that left and came back the same does not."""
        return self.before is None or self.after is None or _says(self.before) != _says(self.after)


def in_force(as_of: dt.date, known_at: dt.date | None = None) -> list[ItemVersion]:
    """The list in force on a day, as known at the end of another (default: all that is known), by number."""
    return [row for row in _reached(as_of, known_at) if row.change not in ENDING]


def _reached(as_of: dt.date, known_at: dt.date | None = None) -> list[ItemVersion]:
    """The version each item had reached on a day, those that ended it among them, by number."""
    rows = _full(reached_rows(as_of, known_at)).annotate(begun=begun_on(as_of, known_at))
    found: list[ItemVersion] = []
    for row in rows.order_by("item__number"):
        row.listed_since = row.begun
        found.append(row)
    return found


def first_valid_from(version: ItemVersion) -> dt.date:
    """Since when the item has been on the list; one that left it and came back counts from its return."""
    return version.listed_since or since(version, version.item.versions.all())


def history(number: int, known_at: dt.date | None = None) -> list[ItemVersion]:
    """All versions of an item, corrected ones among them, in the order they were recorded, as known on a day.

    Raises:
        Refused: (HTTP 404) where the list never had such an item, or was not known to have it by then.
    """
    rows = _full(ItemVersion.objects.filter(item__number=number)).prefetch_related(
        "case__pre_announcements", "item__versions"
    )
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=end_of(known_at))
    versions = list(rows.order_by("version"))
    if not versions:
        raise not_found(f"清單沒有第{number}項。", f"The list has no item {number}.")
    for version in versions:
        version.listed_since = since(version, versions)
    return versions


def find_version(number: int, version: int) -> ItemVersion:
    """One version of an item (HTTP 404 where there is none of these numbers)."""
    found = next((each for each in history(number) if each.version == version), None)
    if found is None:
        raise not_found(f"第{number}項沒有第{version}版。", f"Item {number} has no version {version}.")
    return found


def difference(before: dt.date, after: dt.date, known_at: dt.date | None = None) -> list[Difference]:
    """What changed between the lists of two days, as known on a day, by number."""
    old = {version.item.number: version for version in in_force(before, known_at)}
    reached = _reached(after, known_at)
    new = {version.item.number: version for version in reached if version.change not in ENDING}
    ended = {version.item.number: version for version in reached if version.change in ENDING}
    pairs = [
        Difference(number, old.get(number), new.get(number), ended.get(number))
        for number in sorted(old.keys() | new.keys())
    ]
    return [pair for pair in pairs if pair.differs]


def announcements() -> QuerySet[Announcement]:
    """All announcements, newest first, each with the versions it brought, as corrected."""
    versions = (
        standing_rows().select_related("item", "sector", "authority").order_by("item__number", "version")
    )
    return Announcement.objects.order_by("-edition").prefetch_related(
        Prefetch("versions", versions), "versions__item__versions", "versions__authority__names"
    )


def find_announcement(edition: int) -> Announcement:
    """The announcement that made an edition of the list (HTTP 404 where there is none)."""
    found = announcements().filter(edition=edition).first()
    if found is None:
        raise not_found(f"沒有第{edition}版的公告。", f"There is no announcement of edition {edition}.")
    return found


def edition_on(as_of: dt.date, known_at: dt.date | None = None) -> Announcement | None:
    """The newest announcement in effect on a day, as known on a day, or None before the first."""
    rows = Announcement.objects.filter(effective_on__lte=as_of)
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=end_of(known_at))
    return rows.order_by("-edition").first()


def in_effect_versions(versions: Sequence[ItemVersion], as_of: dt.date) -> ItemVersion | None:
    """The version of one item that a day's list shows, or None."""
    return in_effect(versions, as_of)


def newest_of(versions: Sequence[ItemVersion]) -> ItemVersion:
    """The version of one item that counts last, whether or not its day has come."""
    return standing(versions)[-1]


def _full(rows: QuerySet[ItemVersion]) -> QuerySet[ItemVersion]:
    return rows.select_related("item", "authority", "sector", "announcement", "case").prefetch_related(
        "authority__names"
    )


def _says(version: ItemVersion) -> tuple[object, ...]:
    return version.name, version.authority_id, _reach(version)


def _reach(version: ItemVersion) -> tuple[object, ...]:
    return version.sector_id, version.scope_zh, version.scope_en
