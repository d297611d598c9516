"""What a portfolio is compared with: the list in force, and foreign lists on demand, as they stand on a day."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from coretech.apps.lists.models import ListItem, ListStatus, ListVersion
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
    """The items without any below them, of every version in force."""
    items = ListItem.objects.filter(version__in=_in_force(), children=None)
    return [
        Entry(
            key=f"list-item/{item.pk}",
            zh=item.name.zh,
            en=item.name.en,
            source=item.version.list.code,
        )
        for item in items.select_related("version__list")
    ]


def _in_force() -> list[int]:
    """The newest version of each list that is in force."""
    newest = ListStatus.objects.order_by("version", "-pk").distinct("version")
    standing = [each.version_id for each in newest if each.status == ListStatus.Status.IN_FORCE]
    versions = ListVersion.objects.filter(pk__in=standing).order_by("list", "-dated", "-pk").distinct("list")
    return list(versions.values_list("pk", flat=True))
