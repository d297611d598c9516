"""The list as a page shows it: by sector, each item under its authority's name of the day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import first_valid_from
from coretech.apps.technologies.models import Sector
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Column

COLUMNS = (
    Column(Sentence("項次", "No.")),
    Column(Sentence("技術項目", "Technology")),
    Column(Sentence("主管機關", "Authority")),
    Column(Sentence("列入清單自", "On the list since")),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list."""

    version: ItemVersion
    authority: Sentence
    since: dt.date


@dataclass(frozen=True, slots=True)
class SectorEntries:
    """The rows of one sector."""

    sector: Sector
    entries: tuple[Entry, ...]


def by_sector(versions: Iterable[ItemVersion], day: dt.date) -> list[SectorEntries]:
    """The versions in the order of the announcement: sector by sector, then by number."""
    placed = sorted(versions, key=lambda version: (version.sector.order, version.item.number))
    return [
        SectorEntries(entries[0].version.sector, entries)
        for _, group in groupby(placed, key=lambda version: version.sector.order)
        if (entries := tuple(_entry(version, day) for version in group))
    ]


def _entry(version: ItemVersion, day: dt.date) -> Entry:
    return Entry(version, version.authority.name_on(day), first_valid_from(version))
