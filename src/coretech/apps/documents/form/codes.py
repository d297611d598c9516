"""The codes of the form: each question of the dossier by its place, so that a form is read back however it looks."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.content import CONTENTS
from coretech.apps.cases.content_walk import Path
from coretech.kit.sentence import Sentence

EDITION = "1"
"""Which codes a form was printed with; counted up whenever a question changes its place."""
CASE, FORM = "0.1", "0.2"


@dataclass(frozen=True, slots=True)
class Coded:
    """One question under its code: ``4.1.2`` is the second of the first group of the fourth part."""

    code: str
    part: str
    path: Path
    asked: Asked
    group: Sentence | None = None


@cache
def coded_questions() -> tuple[Coded, ...]:
    """Every question that has an answer of its own, in the order of the form; groups are told by their members."""
    return tuple(
        coded
        for place, name in enumerate(CONTENTS, start=1)
        for coded in _of(name, CONTENTS[name], str(place), ())
    )


def version_code(part: str) -> str:
    """The code of the line that says from which version of a part the form was made."""
    return f"{list(CONTENTS).index(part) + 1}.0"


def questions_of(part: str) -> tuple[Coded, ...]:
    """The questions of one part."""
    return tuple(coded for coded in coded_questions() if coded.part == part)


def table_codes() -> frozenset[str]:
    """The codes that head rows."""
    return frozenset(coded.code for coded in coded_questions() if coded.asked.kind is Kind.TABLE)


def _of(part: str, form: type, code: str, path: Path, group: Sentence | None = None) -> Iterator[Coded]:
    for place, each in enumerate(fields(form), start=1):
        asked, own, at = asked_of(each), f"{code}.{place}", (*path, each.name)
        if asked.kind is Kind.GROUP and asked.row is not None:
            yield from _of(part, asked.row, own, at, asked.label)
        else:
            yield Coded(own, part, at, asked, group)


def row_form(table: Asked) -> type[Any]:
    """What the rows of a table are made of.

    Raises:
        LookupError: for a question that takes no rows.
    """
    if table.row is None:
        raise LookupError(table.label.en)
    return table.row
