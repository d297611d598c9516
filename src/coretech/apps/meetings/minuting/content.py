"""What minutes say: the record, which nobody words, and the recorder's words beside it."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from coretech.engines.ledger.leaf import canonical


@dataclass(frozen=True, slots=True)
class Attendee:
    """One seat on the record: who holds it, how the seat was filled, and by whom where a stand-in came."""

    seat: int
    name: str
    represents: str
    status: str
    stand_in: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One item on the record.

    ``recused`` are seats; ``tally`` holds ``for``, ``against`` and ``abstain`` where there was a vote; ``named`` the
    choice of each seat where the vote was by name; ``readings`` what each reading would have given where they differ.
    """

    order: int
    kind: str
    reference: str
    title: str
    title_en: str
    outcome: str
    method: str
    chair: str
    attending: int
    entitled: int
    recused: tuple[int, ...] = ()
    tally: Mapping[str, int] | None = None
    named: Mapping[str, str] | None = None
    quorum: str = ""
    resolution: str = ""
    reading: str = ""
    reading_why: str = ""
    discussion: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The whole: when, where, under whom, who came, and each item; ``opening`` and ``closing`` are the recorder's.

    Times are ISO 8601 with their zone; blank where nothing is on record.
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
    recorder: str
    attendees: tuple[Attendee, ...]
    observers: tuple[str, ...]
    items: tuple[ItemRecord, ...]
    opening: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The recorder's own words: all that may be edited. ``items`` are by their order."""

    opening: str = ""
    closing: str = ""
    items: Mapping[int, tuple[str, str]] | None = None


def as_json(content: Content) -> dict[str, Any]:
    """The content as the database keeps it."""
    return asdict(content)


def from_json(kept: Mapping[str, Any]) -> Content:
    """The content that `as_json` was kept of."""
    attendees = tuple(Attendee(**each) for each in kept["attendees"])
    items = tuple(ItemRecord(**{**each, "recused": tuple(each["recused"])}) for each in kept["items"])
    whole = {**kept, "attendees": attendees, "items": items, "observers": tuple(kept["observers"])}
    return Content(**whole)


def digest_of(kept: Mapping[str, Any]) -> str:
    """The SHA-256 of the canonical JSON (RFC 8785), which signatures name."""
    return hashlib.sha256(canonical(kept)).hexdigest()


def reworded(content: Content, words: Words) -> Content:
    """The content with the recorder's words in it; the record itself stays as it is."""
    items = words.items or {}
    return replace(
        content,
        opening=words.opening.strip(),
        closing=words.closing.strip(),
        items=tuple(
            replace(item, discussion=items[item.order][0].strip(), wording=items[item.order][1].strip())
            if item.order in items
            else item
            for item in content.items
        ),
    )


def words_of(content: Content) -> Words:
    """The recorder's words in a content."""
    return Words(
        content.opening,
        content.closing,
        {item.order: (item.discussion, item.wording) for item in content.items},
    )
