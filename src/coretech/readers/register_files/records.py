"""What a file of the register holds, in plain records: every format writes these and reads the same back."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from coretech.kit.sentence import Sentence

LICENCE = "OGDL-Taiwan-1.0"
LICENCE_ADDRESS = "https://data.gov.tw/license"
TITLE = Sentence("國家核心關鍵技術清單", "Register of National Core Key Technologies")
PART = Sentence(f"{TITLE.zh}（部分項目）", f"{TITLE.en}, a part of it")
ENDING = frozenset({"split", "merged", "removed"})
"""The changes by which an item leaves the list."""

_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")


class Ref(NamedTuple):
    """A version of an item, by both numbers."""

    no: int
    version: int


class Relation(StrEnum):
    """How an item stands to a name on another list, as SKOS names its mapping relations."""

    EXACT = "exactMatch"
    CLOSE = "closeMatch"
    BROAD = "broadMatch"
    NARROW = "narrowMatch"
    RELATED = "relatedMatch"


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A judged relation to a name on another list; ``target`` is that name's address."""

    relation: Relation
    target: str


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """What the authority says of an item's reach on one topic."""

    topic: str
    zh: str
    en: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One version of one item.

    ``valid_from`` to ``valid_until`` is its valid time, both included and open where a day is missing; a version that
    was corrected has no ``valid_until`` of its own. ``recorded_at`` begins its record time. ``authority_zh`` and
    ``authority_en`` are the authority's name on the list's day, or on ``valid_from`` in a history. The former names
    are told where the file has no earlier versions to tell them.
    """

    no: int
    version: int
    change: str
    name_zh: str
    name_en: str = ""
    name_announced: str
    damaged: bool = False
    name_source: str = ""
    former_names_zh: tuple[str, ...] = ()
    former_names_en: tuple[str, ...] = ()
    scope_zh: str = ""
    scope_en: str = ""
    authority: str
    authority_zh: str
    authority_en: str = ""
    sector: str
    sector_zh: str
    sector_en: str = ""
    in_force_since: dt.date
    valid_from: dt.date
    valid_until: dt.date | None = None
    recorded_at: dt.datetime
    corrects: int | None = None
    corrected_because: str = ""
    edition: int
    document_number: str = ""
    decided_on: dt.date
    announced_on: dt.date
    effective_on: dt.date
    source: str = ""
    case: str = ""
    continues: tuple[Ref, ...] = ()
    continued_by: tuple[Ref, ...] = ()
    notes: tuple[Note, ...] = ()
    matches: tuple[Match, ...] = ()

    @property
    def ref(self) -> Ref:
        """Both numbers."""
        return Ref(self.no, self.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file is: the list of a day or, where ``as_of`` is None, every version there has been.

    ``known_at`` is the day at whose end this was known, None for all that is known. ``edition`` is the announcement
    that the list comes from, None before the first. ``part`` says by what the items were chosen, and is empty where
    the file is whole. ``base`` is where the register's own addresses begin.
    """

    base: str
    part: str = ""
    as_of: dt.date | None = None
    known_at: dt.date | None = None
    edition: int | None = None

    @property
    def title(self) -> Sentence:
        """What the file is called: a part of the list bears another name than the list."""
        return PART if self.part else TITLE

    @property
    def remark(self) -> Sentence | None:
        """That no list had been announced, where that is so."""
        if self.edition is not None:
            return None
        day = self.as_of or self.known_at
        if day is None:
            return Sentence("尚未公告清單。", "No list has been announced.")
        return Sentence(
            f"{day.isoformat()}尚未公告清單。", f"No list had been announced by {day.isoformat()}."
        )


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A whole file; ``about`` is None where the format has no place for it (CSV)."""

    about: About | None
    entries: tuple[Entry, ...]


def plain(text: str) -> str:
    """The text as every format can hold it: line ends are one character, other control characters are marked."""
    return _UNSPEAKABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))
