"""Which versions stand: those that no later one corrects, as known on a day; and the order in which they count."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, F, Func, OuterRef, QuerySet, Subquery

from coretech.apps.register.models import ItemVersion, RegisterItem
from coretech.kit.clock import TAIPEI

ENDING = frozenset({ItemVersion.Change.SPLIT, ItemVersion.Change.MERGED, ItemVersion.Change.REMOVED})
"""Versions that end an item: from their day on it is not on the list."""


def place_of(version: ItemVersion) -> tuple[dt.date, int]:
    """Where a version stands among its item's: by the day it counts from, then by its number."""
    return version.valid_from, version.version


def standing(versions: Iterable[ItemVersion]) -> list[ItemVersion]:
    """The versions of one item that no other one given here corrects, in the order in which they count."""
    given = list(versions)
    corrected = {each.corrects_id for each in given}
    return sorted((each for each in given if each.pk not in corrected), key=place_of)


def correction_of(version: ItemVersion, versions: Iterable[ItemVersion]) -> ItemVersion | None:
    """The version that stands in another's place, among those of its item given here."""
    return next((each for each in versions if each.corrects_id == version.pk), None)


def standing_rows(known_at: dt.date | None = None) -> QuerySet[ItemVersion]:
    """The standing versions of all items, as known at the end of a day (default: all that is known)."""
    rows, corrections = ItemVersion.objects.all(), ItemVersion.objects.filter(corrects=OuterRef("pk"))
    if known_at is not None:
        until = end_of(known_at)
        rows, corrections = rows.filter(recorded_at__lte=until), corrections.filter(recorded_at__lte=until)
    return rows.filter(~Exists(corrections))


class _IsOneOf(Func):
    """Whether a value is in an array that is made once; for a mere subquery the database would read the whole table."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def reached_rows(as_of: dt.date, known_at: dt.date | None = None) -> QuerySet[ItemVersion]:
    """The version each item had reached on a day, as known on a day; those that ended an item are among them.

    One look into the index for each item: its other versions are never read.
    """
    known = _newest_first(as_of, known_at).filter(item=OuterRef("pk"))
    reached = RegisterItem.objects.order_by().values(reached=Subquery(known.values("pk")[:1]))
    return ItemVersion.objects.filter(_IsOneOf(F("pk"), ArraySubquery(reached)))


def begun_on(as_of: dt.date, known_at: dt.date | None = None) -> Subquery:
    """Beside a version of `reached_rows`: since when its item has been on the list."""
    began = _newest_first(as_of, known_at).filter(item=OuterRef("item"), change=ItemVersion.Change.ADDED)
    return Subquery(began.values("valid_from")[:1])


def _newest_first(as_of: dt.date, known_at: dt.date | None) -> QuerySet[ItemVersion]:
    return standing_rows(known_at).filter(valid_from__lte=as_of).order_by("-valid_from", "-version")


def in_effect(versions: Iterable[ItemVersion], as_of: dt.date) -> ItemVersion | None:
    """The version of one item that a day's list shows, or None."""
    reached = [each for each in standing(versions) if each.valid_from <= as_of]
    return None if not reached or reached[-1].change in ENDING else reached[-1]


def stood_with(version: ItemVersion, versions: Iterable[ItemVersion]) -> list[ItemVersion]:
    """What stands of an item beside one of its versions; for one corrected since, what stood when it was the newest."""
    given = list(versions)
    stood = standing(given)
    return stood if version in stood else standing(each for each in given if each.version <= version.version)


def since(version: ItemVersion, versions: Iterable[ItemVersion]) -> dt.date:
    """Since when an item with these versions has been on the list at one of them; a return counts anew."""
    stood = stood_with(version, versions)
    began = [each.valid_from for each in stood if each.change == ItemVersion.Change.ADDED]
    return max(day for day in began if day <= version.valid_from)


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day in Taipei."""
    return dt.datetime.combine(day, dt.time.max, TAIPEI)
