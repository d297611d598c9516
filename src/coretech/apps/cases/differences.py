"""What changed between two versions of a part, answer by answer; and two writers' texts brought together."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.content import Content, Form
from coretech.apps.cases.content_walk import Leaf, joined, leaves_of, row_name
from coretech.engines.differences import Piece, pieces_of
from coretech.kit.sentence import Sentence

Side = Literal["mine", "theirs"]
Pair = tuple[Form | None, Form | None, Sentence]
"""A form before and after, None where there is none, and what it stands in."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that changed, as stretches kept, gone and new."""

    where: Sentence
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """One question two writers answered differently; ``chosen`` is whose answer alone moved on, mine where both did."""

    name: str
    asked: Asked
    mine: tuple[Leaf, ...]
    theirs: tuple[Leaf, ...]
    chosen: Side


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """The answers that changed, in the order of the form; a row put in or taken out leaves its neighbours alone."""
    return tuple(_between(before, after, None))


def clashes(base: Content, mine: Content, theirs: Content) -> tuple[Clash, ...]:
    """The questions two writers who began from ``base`` answered differently."""
    return tuple(
        Clash(
            each.name,
            asked_of(each),
            _answers(mine, each.name),
            _answers(theirs, each.name),
            "theirs" if getattr(mine, each.name) == getattr(base, each.name) else "mine",
        )
        for each in fields(mine)
        if getattr(mine, each.name) != getattr(theirs, each.name)
    )


def chosen(mine: Content, theirs: Content, sides: Mapping[str, Side]) -> Content:
    """Mine with those answers taken from theirs that the writer chose."""
    taken = {name: getattr(theirs, name) for name, side in sides.items() if side == "theirs"}
    return replace(mine, **taken)


def _answers(form: Content, name: str) -> tuple[Leaf, ...]:
    """The answers to one question that are not blank."""
    return tuple(
        leaf for leaf in leaves_of(form, (), None) if leaf.path[0] == name and leaf.words is not None
    )


def _between(before: Form | None, after: Form | None, within: Sentence | None) -> Iterator[Difference]:
    """The differences of two forms of one kind, one of which may be missing."""
    there = after or before
    for each in fields(there) if there is not None else ():
        asked = asked_of(each)
        old = None if before is None else getattr(before, each.name)
        new = None if after is None else getattr(after, each.name)
        if old == new:
            continue
        if asked.kind is Kind.TABLE:
            for one, other, name in _rows(old or (), new or (), asked):
                yield from _between(one, other, joined(within, name))
        elif asked.kind is Kind.GROUP:
            yield from _between(old, new, joined(within, asked.label))
        else:
            where = joined(within, asked.label)
            pieces = pieces_of(_said(asked, old or ""), _said(asked, new or ""))
            yield from [Difference(where, pieces)] if pieces else []


def _said(asked: Asked, value: str | bool) -> str:  # noqa: FBT001 - an answer may be a tick
    """The answer as text; what was chosen or ticked in both languages, for a difference has no language."""
    words = Leaf((), asked.label, asked, value).words
    return "" if words is None else words.zh if words.zh == words.en else f"{words.zh} / {words.en}"


def _rows(old: tuple[Form, ...], new: tuple[Form, ...], asked: Asked) -> Iterator[Pair]:
    """Rows before and after, side by side where one became the other."""
    for tag, start, end, new_start, new_end in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        for step in range(max(end - start, new_end - new_start)):
            gone, come = start + step, new_start + step
            one = old[gone] if gone < end else None
            other = new[come] if come < new_end else None
            yield one, other, row_name(asked, gone if other is None else come)
