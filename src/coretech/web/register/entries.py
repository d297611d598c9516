"""The list as a page shows it: by sector, each row in the words of the page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice
from operator import attrgetter
from typing import NamedTuple

from markupsafe import escape

from coretech.apps.register.searching import Former, Found
from coretech.kit.sentence import Sentence
from coretech.web.shell.addresses import address_of
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
    """One row of the list; ``official`` is the Chinese name beneath a translated one, ``damage`` how it was printed.

    What every row has to show is escaped already: Jinja2 would escape piece by piece.
    """

    number: int
    name: str
    official: str
    href: str
    authority: str
    since: str
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
    placed, english = sorted(found, key=attrgetter("item.order", "item.number")), language() == "en"
    entries = _entries(placed, english=english)
    sectors = []
    for _, group in groupby(placed, key=attrgetter("item.order")):
        rows = list(group)
        item = rows[0].item
        name = item.sector_en if english else item.sector_zh
        sectors.append(SectorEntries(item.sector_code, name, tuple(islice(entries, len(rows)))))
    return sectors


def _entries(rows: Sequence[Found], *, english: bool) -> Iterator[Entry]:
    root = _escaped(address_of("register"))
    chinese = _all_escaped([item.name_zh for item, _ in rows])
    names = _all_escaped([item.name_en for item, _ in rows]) if english else chinese
    authorities, days = cache(_escaped), cache(both_dates)
    for (item, former), name, official in zip(rows, names, chinese, strict=True):
        yield Entry(
            item.number,
            name,
            official if english else "",
            f"{root}{item.number}/",
            authorities(item.authority_en if english else item.authority_zh),
            days(item.since),
            item.ended,
            (item.name_announced, item.name_source) if item.damaged else None,
            former,
        )


def _escaped(text: str) -> str:
    return str(escape(text))


def _all_escaped(texts: Sequence[str]) -> list[str]:
    """Texts of the database, escaped in one go: none there holds a NUL, which parts them meanwhile."""
    return _escaped("\0".join(texts)).split("\0") if texts else []
