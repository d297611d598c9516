"""The dossier to read: each part's answers as headings, text and tables."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields

from django.urls import reverse
from django.utils.html import format_html

from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.choices import LEVELS
from coretech.apps.cases.content import Claim, Content, Form
from coretech.apps.cases.content_json import content_of, is_plain
from coretech.apps.cases.content_walk import Leaf, file_number, leaves_of
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Part
from coretech.apps.meetings.dossier import Dossier
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling
from coretech.law.terms import Harm, Limb
from coretech.law.wording import listed
from coretech.web.cases.words import ACTS, part_name
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import say

_LEVEL_COLOURS = {"open": "green", "internal": "grey", "confidential": "blue", "secret": "red"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer under its question; without a label it is the part's plain text."""

    label: Sentence | None
    text: str
    kind: str = "answer"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their question; only columns something stands in."""

    label: Sentence
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground of the statutory test, and what it rests on."""

    label: Sentence
    claimed: bool
    blocks: tuple["Answer | Table", ...]
    kind: str = "ground"


Block = Answer | Table | Ground


@dataclass(frozen=True, slots=True)
class PartView:
    """One part to read; ``version`` is 0 where nothing has been written, ``closed`` why it does not open."""

    key: str
    name: Sentence
    version: int = 0
    written_at: dt.datetime | None = None
    level: Tag | None = None
    blocks: tuple[Block, ...] = ()
    claims: tuple[tuple[Sentence, Sentence], ...] = ()
    closed: Ruling | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The dossier in the order of article 7(1)."""

    parts: tuple[PartView, ...]
    dossier: Dossier
    reasons: tuple[tuple[Sentence, dt.datetime, str], ...]


def reading(dossier: Dossier) -> Reading:
    """The dossier to read, of its parts those that open to the reader."""
    return Reading(
        parts=tuple(_part(name, dossier) for name in PARTS),
        dossier=dossier,
        reasons=tuple((ACTS[reason.kind], reason.at, reason.why) for reason in dossier.reasons),
    )


def view_of(part: Part) -> PartView:
    """One version of a part to read."""
    return PartView(
        key=part.name,
        name=part_name(part.name),
        version=part.version,
        written_at=part.written_at,
        level=level_tag(part.level),
        blocks=blocks_of(content_of(part)),
        claims=_claims(part),
    )


def level_tag(level: str) -> Tag:
    """How secret something is."""
    return Tag(LEVELS[level], _LEVEL_COLOURS[level])


def blocks_of(content: Content) -> tuple[Block, ...]:
    """What was answered, without what was left blank."""
    if is_plain(content):
        return (Answer(None, content.more),) if content.more else ()
    return tuple(_blocks(content))


def _part(name: str, dossier: Dossier) -> PartView:
    if name in dossier.closed:
        return PartView(name, part_name(name), closed=dossier.closed[name])
    part = dossier.parts.get(name)
    return PartView(name, part_name(name)) if part is None else view_of(part)


def _blocks(form: Content) -> Iterator[Block]:
    for each in fields(form):
        value, asked = getattr(form, each.name), asked_of(each)
        if isinstance(value, Claim):
            if value != Claim():
                inside = tuple(_claim_blocks(value))
                yield Ground(asked.label, value.claimed, inside)
        else:
            yield from _block(value, asked)


def _claim_blocks(claim: Claim) -> Iterator[Answer | Table]:
    for each in fields(claim):
        if each.name != "claimed":
            yield from _block(getattr(claim, each.name), asked_of(each))


def _block(value: str | bool | tuple[Form, ...], asked: Asked) -> Iterator[Answer | Table]:  # noqa: FBT001 - an answer may be a tick
    if isinstance(value, tuple):
        yield from [_table(value, asked)] if value else []
    else:
        words = Leaf((), asked.label, asked, value).words
        yield from [] if words is None else [Answer(asked.label, say(words))]


def _table(rows: tuple[Form, ...], asked: Asked) -> Table:
    cells = [list(leaves_of(row, (), None)) for row in rows]
    used = [place for place in range(len(cells[0])) if any(row[place].words is not None for row in cells)]
    return Table(
        asked.label,
        tuple(
            Column(cells[0][place].asked.label, cells[0][place].asked.kind is Kind.NUMBER) for place in used
        ),
        tuple(tuple(_cell(row[place]) for place in used) for row in cells),
    )


def _cell(leaf: Leaf) -> str:
    """The answer; an attachment's number leads to its page, where it opens or says why it does not."""
    if leaf.words is None:
        return "—"
    number = file_number(leaf.asked, leaf.value)
    if number is None:
        return _words(leaf, leaf.words)
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>', reverse("attachment", args=[number]), say(leaf.words)
    )


def _words(leaf: Leaf, words: Sentence) -> str:
    """The answer in words; a day in both calendars, but one that an old text has in words of its own."""
    if leaf.asked.kind is not Kind.DAY:
        return say(words)
    try:
        return words_of_date(dt.date.fromisoformat(words.en))
    except ValueError:
        return say(words)


def _claims(part: Part) -> tuple[tuple[Sentence, Sentence], ...]:
    """What a statement on the definition claims in short; a form tells each claim itself."""
    if not part.harms and not part.limbs:
        return ()
    return (
        (
            Sentence("流出將重大損害", "Its outflow would gravely harm"),
            listed(Harm(harm) for harm in part.harms),
        ),
        (Sentence("符合條件", "Limbs met"), listed(Limb(limb) for limb in part.limbs)),
    )
