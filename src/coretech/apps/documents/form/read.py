"""A filled form as the parts it speaks of: each answer put in its place in the part's form."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, fields
from typing import Any

from coretech.apps.cases.asking import Asked, asked_of
from coretech.apps.cases.content import Content
from coretech.apps.cases.content_json import as_json, blank, from_json
from coretech.apps.cases.content_walk import joined, row_name
from coretech.apps.documents.form.codes import (
    CASE,
    Coded,
    coded_questions,
    questions_of,
    row_form,
    table_codes,
    version_code,
)
from coretech.apps.documents.form.words import read_back
from coretech.apps.documents.making.words import part_name
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.readers.dossier_form import Filled, FormError, Row, read_form
from coretech.readers.dossier_form.filled import folded

_NO_FLAG = Sentence("請填「是」或「否」；此題未讀入。", "Write yes or no; it was not read.")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the file that was not read: where it stands, and why."""

    where: Sentence
    what: Sentence


@dataclass(frozen=True, slots=True)
class Form:
    """A filled form; ``based_on`` is the version a part was printed from, where the line still says so."""

    case: str
    filled: Filled
    faults: tuple[Fault, ...]

    def speaks_of(self, part: str) -> bool:
        """Whether anything was answered in a part: a part left blank altogether stays as it is."""
        return self.content(part, blank(part)) != blank(part)

    def based_on(self, part: str) -> int | None:
        """The version the part was printed from."""
        said = self.filled.answers.get(version_code(part), "").strip()
        return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else None  # noqa: PLR2004 - no part has so many

    def content(self, part: str, before: Content) -> Content:
        """The part with the file's answers in place; a question whose line is gone keeps its answer.

        Raises:
            Refused: (HTTP 422) where the part has become too long or has too many rows.
        """
        kept = deepcopy(as_json(before))
        for coded in questions_of(part):
            answer = _answer(self.filled, coded)
            if answer is not None:
                _put(kept, coded.path, answer)
        return from_json(part, kept)


def read(data: bytes) -> Form:
    """The form of a file.

    Raises:
        Refused: (HTTP 422) for a file that is none; its sentence says what is wrong with it.
    """
    try:
        filled = read_form(data, table_codes())
    except FormError as error:
        raise Refused(error.sentence, status=422, field="file") from error
    return Form(filled.answers.get(CASE, "").strip(), filled, tuple(_faults(filled)))


def _answer(filled: Filled, coded: Coded) -> object:
    """The answer as JSON; None where the file does not say, or says what no answer can be."""
    if coded.asked.row is not None:
        rows = filled.rows.get(coded.code)
        return None if rows is None else [_row(coded.asked, row) for row in rows]
    words = filled.answers.get(coded.code)
    return None if words is None else read_back(coded.asked, words)


def _row(table: Asked, row: Row) -> dict[str, object]:
    """A row's cells under the columns their headings name, in either language."""
    return {
        each.name: read_back(asked_of(each), words)
        for each in fields(row_form(table))
        if (words := _cell(row, asked_of(each).label)) is not None
    }


def _cell(row: Row, label: Sentence) -> str | None:
    return next((row[name] for name in (folded(label.zh), folded(label.en)) if name in row), None)


def _put(kept: dict[str, Any], path: tuple[str, ...], answer: object) -> None:
    for name in path[:-1]:
        kept = kept[name]
    kept[path[-1]] = answer


def _faults(filled: Filled) -> Iterator[Fault]:
    """All that was not read, so that one round of corrections is enough."""
    known = {coded.code: coded for coded in coded_questions()}
    for coded in known.values():
        words = filled.answers.get(coded.code)
        if words is not None and coded.asked.row is None and read_back(coded.asked, words) is None:
            yield Fault(_where(coded), _NO_FLAG)
    for twice in filled.twice:
        yield Fault(
            _where(known[twice.code]) if twice.code in known else Sentence(twice.code, twice.code),
            Sentence(
                f"檔案中出現兩次且內容不同；採用前者，未讀入：「{twice.left_out[:80]}」",
                f"It is there twice with different words; the first were taken, these not: “{twice.left_out[:80]}”",
            ),
        )
    yield from _columns(filled, known)
    for stray in filled.strays:
        yield Fault(
            Sentence(f"第{stray.table}個表格第{stray.row}列", f"Table {stray.table}, row {stray.row}"),
            Sentence(
                f"沒有代號，不知屬於哪一題，未讀入：「{stray.words[:80]}」",
                f"It has no code, so it belongs to no question and was not read: “{stray.words[:80]}”",
            ),
        )


def _columns(filled: Filled, known: Mapping[str, Coded]) -> Iterator[Fault]:
    """Cells under headings that are none of the table's."""
    for code, rows in filled.rows.items():
        table = known[code].asked
        labels = [asked_of(each).label for each in fields(row_form(table))]
        names = {folded(words) for label in labels for words in (label.zh, label.en)}
        for place, row in enumerate(rows):
            for heading in [name for name, words in row.items() if words and name not in names]:
                yield Fault(
                    _where(known[code], row_name(table, place)),
                    Sentence(
                        f"欄名「{heading or '（空白）'}」不是這張表的欄位，未讀入：「{row[heading][:80]}」",
                        f"“{heading or '(blank)'}” is no column of this table; not read: “{row[heading][:80]}”",
                    ),
                )


def _where(coded: Coded, label: Sentence | None = None) -> Sentence:
    """The question's code, part and group, and its label or another."""
    within = joined(part_name(coded.part), coded.group) if coded.group else part_name(coded.part)
    whole = joined(within, label or coded.asked.label)
    return Sentence(f"{coded.code} {whole.zh}", f"{coded.code} {whole.en}")
