"""The list as a page shows it: by sector, each row in the words of the page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.register.searching import Former, Found
from coretech.kit.sentence import Sentence
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import language

COLUMNS = (
    Column(Sentence("項次", "No.")),
    Column(Sentence("技術項目", "Technology")),
    Column(Sentence("主管機關", "Authority")),
    Column(Sentence("列入清單自", "On the list since")),
)


class Entry(NamedTuple):
    """One row of the list; ``official`` is the Chinese name beneath a translated one, ``damage`` how it was printed."""

    number: int
    name: str
    official: str
    href: str
    authority: str
    since: Markup
    ended: bool
    damage: tuple[str, str] | None
    former: Former | None


@dataclass(frozen=True, slots=True)
class SectorEntries:
    """The rows of one sector; ``code`` names its place on the page, which the open data point to."""

    code: str
    sector: str
    entries: tuple[Entry, ...]


def by_sector(found: Iterable[Found]) -> list[SectorEntries]:
    """The items in the order of the announcement: sector by sector, then by number."""
    placed = sorted(found, key=lambda each: (each.item.order, each.item.number))
    return [
        SectorEntries(rows[0].item.sector_code, rows[0].item.sector.say(language()), tuple(_entries(rows)))
        for _, group in groupby(placed, key=lambda each: each.item.order)
        if (rows := list(group))
    ]


def _entries(rows: Iterable[Found]) -> Iterator[Entry]:
    english, root = language() == "en", reverse("register")
    dates = lru_cache(maxsize=None)(both_dates)
    for found in rows:
        item = found.item
        yield Entry(
            number=item.number,
            name=item.name_en if english else item.name_zh,
            official=item.name_zh if english else "",
            href=f"{root}{item.number}/",
            authority=item.authority_en if english else item.authority_zh,
            since=dates(item.since),
            ended=item.ended,
            damage=(item.name_announced, item.name_source) if item.damaged else None,
            former=found.former,
        )
