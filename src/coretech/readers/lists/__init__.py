"""Published lists of critical technologies of other countries, as bundled: names only, each list with its source."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from coretech.kit.sentence import Sentence

__all__ = ["ForeignList", "foreign_lists"]


@dataclass(frozen=True, slots=True)
class ForeignList:
    """One list: who issued it, when (a day, or a month where no more is known), and the names on it.

    ``complete`` says whether all its names are here; ``source_url`` is the page they were read from.
    """

    id: str
    issuer: Sentence
    title: Sentence
    date: str
    complete: bool
    source_url: str
    note: str
    names: tuple[str, ...]


@cache
def foreign_lists() -> tuple[ForeignList, ...]:
    """All bundled lists, in the order of the file."""
    text = resources.files("coretech.data").joinpath("foreign_lists.json").read_text(encoding="utf-8")
    return tuple(map(_list, json.loads(text)))


def _list(kept: Mapping[str, Any]) -> ForeignList:
    return ForeignList(
        id=kept["id"],
        issuer=Sentence(kept["issuer_zh"], kept["issuer_en"]),
        title=Sentence(kept["title_zh"], kept["title_en"]),
        date=kept["date"],
        complete=kept["complete"],
        source_url=kept["source_url"],
        note=kept["note"],
        names=tuple(kept["items"]),
    )
