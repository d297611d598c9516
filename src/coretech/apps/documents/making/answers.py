"""The answers of a part's form as blocks: texts as prose, short ones as facts, rows as a table."""

from collections.abc import Iterator
from dataclasses import fields

from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.content import Claim, Form
from coretech.apps.cases.content_walk import Leaf
from coretech.apps.documents.making.page import prose, table
from coretech.apps.documents.making.source import Source
from coretech.engines.documents.model import Block, Facts, Heading, Level
from coretech.kit.days import parse_day
from coretech.kit.roc import roc_short

_WIDE = {Kind.TEXT: 4.0, Kind.LINE: 2.0, Kind.LINK: 2.0, Kind.DAY: 1.6}


def answers(source: Source, form: Form, level: Level = 2) -> tuple[Block, ...]:
    """What was answered, in the order of the form, under headings of a level; blank answers are left out."""
    return tuple(_blocks(source, form, level))


def _blocks(source: Source, form: Form, level: Level) -> Iterator[Block]:
    """Short answers that follow each other share one list of names and values."""
    short: list[tuple[str, str]] = []
    for each in fields(form):
        asked, value = asked_of(each), getattr(form, each.name)
        if asked.kind in (Kind.TEXT, Kind.GROUP, Kind.TABLE):
            yield from _listed(short)
            short = []
            yield from _long(source, asked, value, level)
        elif not isinstance(form, Claim) and (said := words_of(source, asked, value)):
            short.append((source.say(asked.label), said))
    yield from _listed(short)


def _listed(short: list[tuple[str, str]]) -> list[Facts]:
    return [Facts(tuple(short))] if short else []


def _long(
    source: Source, asked: Asked, value: str | Form | tuple[Form, ...], level: Level
) -> Iterator[Block]:
    if isinstance(value, str):
        below: tuple[Block, ...] = prose(value)
    elif isinstance(value, tuple):
        below = (_rows(source, asked, value),) if value else ()
    else:
        claimed = not isinstance(value, Claim) or value.claimed
        below = answers(source, value, 3) if claimed else ()
    if below:
        yield Heading(level, source.say(asked.label))
        yield from below


def _rows(source: Source, asked: Asked, rows: tuple[Form, ...]) -> Block:
    """A table of the columns that somebody filled in."""
    columns = [
        (each.name, asked_of(each))
        for each in fields(asked.row or rows[0])
        if any(getattr(row, each.name) for row in rows)
    ]
    return table(
        source,
        [column.label for _, column in columns],
        [[words_of(source, column, getattr(row, name)) for name, column in columns] for row in rows],
        tuple(_WIDE.get(column.kind, 1.2) for _, column in columns),
    )


def words_of(source: Source, asked: Asked, value: str | bool) -> str:  # noqa: FBT001 - an answer may be a tick
    """One answer in the document's language; blank where there is none."""
    if asked.kind is Kind.DAY and source.language != "en" and isinstance(value, str):
        return _roc(value)
    words = Leaf((), asked.label, asked, value).words
    return "" if words is None else source.say(words)


def _roc(value: str) -> str:
    """A day as the Republic counts; whatever is none stays as it was written."""
    try:
        return roc_short(parse_day(value))
    except ValueError:
        return value
