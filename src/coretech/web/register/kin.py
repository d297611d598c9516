"""How an item left the list and where it goes on, and what it came from: in plain words, with links both ways."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from coretech.apps.register.lineage import continued_by, continues
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import ENDING
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.words import say, tr

_Change = ItemVersion.Change


@dataclass(frozen=True, slots=True)
class Link:
    """Another item: its number with its name, and its page."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Kin:
    """A sentence about the item, and the items it speaks of."""

    sentence: str
    links: tuple[Link, ...]


def kin_of(versions: Sequence[ItemVersion], today: dt.date) -> list[Kin]:
    """What is to say of an item with these versions: where it came from, then how it ended."""
    came = [Kin(_came(before), links_to(before)) for before in map(continues, versions) if before]
    ended = [version for version in versions[-1:] if version.change in ENDING]
    return [*came, *(Kin(_ended(version, today), links_to(continued_by(version))) for version in ended)]


def links_to(versions: Iterable[ItemVersion]) -> tuple[Link, ...]:
    """Links to the items of these versions."""
    return tuple(
        Link(_named(version), reverse("register_item", args=[version.item.number])) for version in versions
    )


def _named(version: ItemVersion) -> str:
    number = version.item.number
    return tr(f"第{number}項　{say(version.name)}", f"Item {number}: {say(version.name)}")


def _came(before: Sequence[ItemVersion]) -> str:
    if before[0].change == _Change.SPLIT:
        return tr("本項由下列項目分拆而來：", "This item came out of a split of:")
    return tr("本項由下列項目合併而成：", "This item was merged from:")


def _ended(version: ItemVersion, today: dt.date) -> str:
    day = words_of_date(version.valid_from)
    when = (
        tr(f"本項將自{day}起", f"From {day}, ")
        if version.valid_from > today
        else tr(f"本項自{day}起", f"Since {day}, ")
    )
    match version.change:
        case _Change.SPLIT:
            return when + tr(
                "分拆為下列項目，不再單獨列於清單：",
                "this item is split and no longer listed by itself. It goes on in:",
            )
        case _Change.MERGED:
            return when + tr(
                "併入下列項目，不再單獨列於清單：",
                "this item is merged and no longer listed by itself. It goes on in:",
            )
    return when + tr("廢止，不再列於清單。", "this item is off the list.")
