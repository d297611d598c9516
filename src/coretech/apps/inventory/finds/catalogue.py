"""What a portfolio is compared with: the list in force, and foreign lists on demand, as they stand on a day."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from coretech.apps.lists.foreign import OWN_COUNTRY
from coretech.apps.lists.models import ListItem
from coretech.apps.lists.queries import standing_versions
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """Something a project may be about: its key, its names, what more is compared, and where it belongs.

    ``number`` and ``technology`` are those of an item of our own list, ``sector`` and ``authority`` its codes;
    ``source`` is the list a foreign item stands on.
    """

    key: str
    zh: str
    en: str
    more: str = ""
    number: int | None = None
    technology: int | None = None
    sector: str = ""
    authority: str = ""
    source: str = ""

    @property
    def name(self) -> Sentence:
        """The item's name in both languages."""
        return Sentence(self.zh or self.en, self.en or self.zh)

    @property
    def text(self) -> str:
        """What is compared."""
        return "\n".join(dict.fromkeys(part for part in (self.zh, self.en, self.more) if part))

    @property
    def meaning(self) -> tuple[str, str]:
        """What it is, and in which words: a foreign item is the same in the next version of its list."""
        return self.source or self.key, self.text


Offer = Callable[[dt.date], Iterable[Entry]]
_offers: list[Offer] = []


def offered_by(ask: Offer) -> None:
    """Let the register, a noun above this one, offer its items; called once when the apps are ready."""
    _offers[:] = [ask]


def catalogue_on(day: dt.date, *, foreign: bool) -> list[Entry]:
    """The items of our list in force on a day, and those of the foreign lists in force where they are wanted."""
    own = [entry for ask in _offers for entry in ask(day)]
    return [*own, *_foreign()] if foreign else own


def kept(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The catalogue as a portfolio keeps it."""
    return [asdict(entry) for entry in entries]


def read(rows: Sequence[Mapping[str, Any]]) -> list[Entry]:
    """The catalogue as it was kept."""
    return [Entry(**row) for row in rows]


def _foreign() -> list[Entry]:
    """The items without any below them, of every version in force of another country's list."""
    versions = [each.version for each in standing_versions() if each.in_force]
    abroad = {each.pk: each.list.code for each in versions if each.list.country != OWN_COUNTRY}
    return [
        Entry(
            key=f"list-item/{item.pk}",
            zh=item.name.zh,
            en=item.name.en,
            more="\n".join(item.description.values()),
            source=abroad[item.version_id],
        )
        for item in ListItem.objects.filter(version__in=abroad, children=None).order_by("version_id", "place")
    ]
