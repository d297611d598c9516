"""The list of a day in one look: as rows to show and to search, without the objects behind them.

`in_force` gives the same list as objects; this is for the pages and data that everybody asks for.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from django.db import connection

from coretech.apps.people.models import AgencyName, borne_on
from coretech.apps.register.models import Announcement
from coretech.apps.register.standing import ENDING, begun_on, end_of, reached_rows
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence

_SHOWN = {
    "number": "item__number",
    "version": "version",
    "change": "change",
    "name_zh": "name_zh",
    "name_en": "name_en",
    "name_announced": "name_announced",
    "damaged": "damaged",
    "name_source": "name_source",
    "since": "begun",
    "valid_from": "valid_from",
    "order": "sector__order",
    "sector_code": "sector__code",
    "sector_zh": "sector__zh",
    "sector_en": "sector__en",
    "authority_id": "authority_id",
    "authority_code": "authority__code",
}
_DAY = dt.date(1, 1, 1)
_KNOWN = end_of(dt.date(1, 1, 2))
"""A day and a moment nobody asks for, which hold the places of those that are."""


class _Name(NamedTuple):
    """An agency's name and its days, as the database has them."""

    agency_id: int
    zh: str
    en: str
    valid_from: dt.date | None
    valid_until: dt.date | None


class Listed(NamedTuple):
    """One item as the list of a day says it: ``since`` when it is on the list, from when on it says so, ``valid_from``.

    The authority is under its name of that day.
    """

    number: int
    version: int
    change: str
    name_zh: str
    name_en: str
    name_announced: str
    damaged: bool
    name_source: str
    since: dt.date
    valid_from: dt.date
    order: int
    sector_code: str
    sector_zh: str
    sector_en: str
    authority_id: int
    authority_code: str
    authority_zh: str
    authority_en: str

    @property
    def ended(self) -> bool:
        """Whether the item had left the list by that day."""
        return self.change in ENDING

    @property
    def name(self) -> Sentence:
        """The item's name in both languages."""
        return Sentence(self.name_zh, self.name_en)

    @property
    def sector(self) -> Sentence:
        """The sector's name in both languages."""
        return Sentence(self.sector_zh, self.sector_en)

    @property
    def authority(self) -> Sentence:
        """The authority's name of the day in both languages."""
        return Sentence(self.authority_zh, self.authority_en)


def listed_on(as_of: dt.date, known_at: dt.date | None = None) -> list[Listed]:
    """The list in force on a day, as known at the end of another (default: all that is known), by number."""
    return [row for row in ever_listed(as_of, known_at) if row.change not in ENDING]


def ever_listed(as_of: dt.date, known_at: dt.date | None = None) -> list[Listed]:
    """What had been listed by a day, with the items that had left the list again."""
    rows, names = _rows(as_of, known_at), _names(as_of)
    return [Listed._make(row + (names.get(row[-2]) or (row[-1], row[-1]))) for row in rows]


def entry_data(item: Listed) -> dict[str, object]:
    """One entry of the list in the words of the public contract, for JSON."""
    return {
        "no": item.number,
        "name": item.name_zh,
        "name_announced": item.name_announced,
        "authority": {"zh": item.authority_zh, "en": item.authority_en},
        "sector": {"zh": item.sector_zh, "en": item.sector_en},
        "in_force_since": item.since.isoformat(),
        "version": item.version,
    }


def first_announcement() -> Announcement | None:
    """The one that made the first list; None before it."""
    return Announcement.objects.order_by("edition").first()


def _rows(as_of: dt.date, known_at: dt.date | None) -> list[tuple[Any, ...]]:
    statement, places = _statement(known=known_at is not None)
    given: dict[Any, Any] = {_DAY: as_of, _KNOWN: end_of(known_at or as_of)}
    with connection.cursor() as cursor:
        cursor.execute(statement, [given.get(place, place) for place in places])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


@cache
def _statement(*, known: bool) -> tuple[str, tuple[Any, ...]]:
    """The query's words, written once: Django takes longer to write it than the database to answer it."""
    known_at = _KNOWN.astimezone(TAIPEI).date() if known else None
    rows = reached_rows(_DAY, known_at).annotate(begun=begun_on(_DAY, known_at))
    chosen = rows.order_by("item__number").values_list(*_SHOWN.values())
    statement, places = chosen.query.sql_with_params()
    return statement, tuple(places)


def _names(day: dt.date) -> Mapping[int, tuple[str, str]]:
    """The name of every agency on a day, by its row."""
    names: dict[int, list[_Name]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_all_names())
        for name in map(_Name._make, cursor.fetchall()):
            names.setdefault(name.agency_id, []).append(name)
    return {agency: _pair(borne_on(those, day)) for agency, those in names.items()}


@cache
def _all_names() -> str:
    """The query's words for every agency's names, oldest first; as `_statement`, written once."""
    statement, _ = AgencyName.objects.values_list(*_Name._fields).query.sql_with_params()
    return statement


def _pair(name: _Name) -> tuple[str, str]:
    return name.zh, name.en
