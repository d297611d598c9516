"""What minutes say: the record, which nobody words, and the recorder's words beside it."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from coretech.engines.documents.text import printable
from coretech.engines.ledger.leaf import canonical


@dataclass(frozen=True, slots=True)
class Attendee:
    """One seat on the record: who holds it, how the seat was filled, and by whom where a stand-in came.

    Why somebody was away is left out: it is nobody else's business.
    """

    seat: int
    name: str
    name_en: str
    represents: str
    represents_en: str
    status: str
    stand_in: str = ""


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """What one tenable reading of the majority rule gave; ``id`` is ``in-force`` for the one in force."""

    id: str
    zh: str
    en: str
    outcome: str


@dataclass(frozen=True, slots=True)
class LiftRecord:
    """An order to step aside that was lifted before the vote: the seat, whether the chair did it, and why."""

    seat: int
    by_chair: bool
    why: str


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One item on the record.

    ``recused`` are seats; ``tally`` holds ``for``, ``against`` and ``abstain`` where there was a vote; ``named`` the
    choice of each seat where the vote was by name; ``readings`` what each reading gave where they differ, and
    ``reading`` the one the chair recorded. ``chair`` is named where it is not the meeting's. ``lifted`` are orders to
    step aside that were taken back; a record without any is kept as it was before there were such.
    """

    order: int
    kind: str
    reference: str
    title: str
    title_en: str
    outcome: str
    method: str
    chair: str
    chair_why: str
    attending: int
    entitled: int
    recused: tuple[int, ...] = ()
    tally: Mapping[str, int] | None = None
    named: Mapping[str, str] | None = None
    quorum: str = ""
    quorum_en: str = ""
    resolution: str = ""
    resolution_en: str = ""
    readings: tuple[ReadingRecord, ...] = ()
    reading: str = ""
    reading_why: str = ""
    discussion: str = ""
    wording: str = ""
    lifted: tuple[LiftRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """The whole: when, where, under whom, who came, and each item; ``opening`` and ``closing`` are the recorder's.

    Times are ISO 8601 with their zone; blank where nothing is on record. ``chair_why`` says why somebody else than
    the convener presided.
    """

    body: str
    body_en: str
    year: int
    session: int
    kind: str
    held_on: str
    place: str
    opened_at: str
    closed_at: str
    chair: str
    chair_why: str
    recorder: str
    attendees: tuple[Attendee, ...]
    observers: tuple[str, ...]
    items: tuple[ItemRecord, ...]
    opening: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The recorder's own words: all that may be edited.

    ``items`` are pairs of discussion and wording by the item's order; what is left out keeps its words.
    """

    opening: str | None = None
    closing: str | None = None
    items: Mapping[int, tuple[str, str]] | None = None


def as_json(content: Content) -> dict[str, Any]:
    """The content as the database keeps it."""
    return asdict(content)


def from_json(kept: Mapping[str, Any]) -> Content:
    """The content that `as_json` was kept of."""
    attendees = tuple(Attendee(**each) for each in kept["attendees"])
    items = tuple(_item(each) for each in kept["items"])
    whole = {**kept, "attendees": attendees, "items": items, "observers": tuple(kept["observers"])}
    return Content(**whole)


def _item(kept: Mapping[str, Any]) -> ItemRecord:
    readings = tuple(ReadingRecord(**each) for each in kept["readings"])
    lifted = tuple(LiftRecord(**each) for each in kept["lifted"])
    return ItemRecord(**{**kept, "recused": tuple(kept["recused"]), "readings": readings, "lifted": lifted})


def digest_of(kept: Mapping[str, Any]) -> str:
    """The SHA-256 of the canonical JSON (RFC 8785), which signatures name."""
    return hashlib.sha256(canonical(kept)).hexdigest()


def reworded(content: Content, words: Words) -> Content:
    """The content with the recorder's words in it; the record itself stays as it is."""
    items = words.items or {}
    return replace(
        content,
        opening=content.opening if words.opening is None else _clean(words.opening),
        closing=content.closing if words.closing is None else _clean(words.closing),
        items=tuple(_worded(item, items.get(item.order)) for item in content.items),
    )


def _worded(item: ItemRecord, words: tuple[str, str] | None) -> ItemRecord:
    if words is None:
        return item
    return replace(item, discussion=_clean(words[0]), wording=_clean(words[1]))


def _clean(text: str) -> str:
    """The text as every form of the minutes can hold it: database, page, ODT and PDF."""
    return printable(text).strip()
