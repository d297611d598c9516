"""What was filled in: each answer under its code, each row of a table under its columns' names."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from coretech.kit.sentence import Sentence
from coretech.readers.dossier_form.cells import Table, tables_of, too_large
from coretech.readers.dossier_form.errors import FormError
from coretech.readers.files import FileError, Kind, recognise
from coretech.readers.files.packages import Package

LARGEST = 1_500_000
"""How many bytes a form may have: it travels through the page that shows the differences."""
MOST_CONTENT = 20 * 1024 * 1024
_CODE = re.compile(r"[0-9]{1,2}(\.[0-9]{1,2}){1,3}")

Row = Mapping[str, str]
"""One row of a table: the words under each column's heading, as it is folded."""


@dataclass(frozen=True, slots=True)
class Stray:
    """Words in a table that belong to no question: in which table (from 1) and row they stand."""

    table: int
    row: int
    words: str


@dataclass(frozen=True, slots=True)
class Twice:
    """A code that stands in the file twice with different words; the first ones were taken."""

    code: str
    left_out: str


@dataclass(slots=True)
class Filled:
    """A form read back: answers by code, rows by the code of their table, and what was not understood."""

    answers: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    strays: list[Stray] = field(default_factory=list)
    twice: list[Twice] = field(default_factory=list)


def read_form(data: bytes, tables: Iterable[str]) -> Filled:
    """The answers of a filled form; ``tables`` are the codes that head a table of rows.

    Raises:
        FormError: for a file that is too large, no ODT, carries macros, is encrypted or damaged, or holds no code.
    """
    if len(data) > LARGEST:
        raise too_large()
    found, heading = Filled(), frozenset(tables)
    for number, table in enumerate(tables_of(_content(data)), start=1):
        _read(found, table, number, heading)
    if not found.answers and not found.rows:
        raise FormError(
            Sentence(
                "這不是提報資料的離線表單，或代號欄已被刪除；請重新下載表單再填。",
                "This is no dossier form, or its column of codes is gone. Download the form again and fill that in.",
            )
        )
    return found


def folded(text: str) -> str:
    """A heading or a choice as it is compared: width, case and spaces do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _content(data: bytes) -> bytes:
    try:
        kind = recognise(data)
        if kind is not Kind.ODT:
            raise FormError(
                Sentence(
                    "請上傳 ODT 檔（.odt）；這是其他格式。",
                    "Send an ODT file (.odt); this is of another kind.",
                )
            )
        package = Package(data)
        if any(each.filename == "content.xml" and each.file_size > MOST_CONTENT for each in package.entries):
            raise too_large()
        return package.read("content.xml") or b""
    except FileError as error:
        raise FormError(error.sentence) from error


def _read(found: Filled, table: Table, number: int, tables: frozenset[str]) -> None:
    """Go down a table: a coded row answers a question or heads rows, and rows without a code belong to those."""
    columns: list[str] = []
    code = ""
    for place, cells in enumerate(table, start=1):
        if any(cells) and (own := _code(cells[0])):
            code, columns = own, [folded(cell) for cell in cells[1:]]
            if own in tables:
                found.rows.setdefault(own, [])
            else:
                _answer(found, own, cells)
        elif any(cells[1:]) and code in tables:
            found.rows[code].append(_row(columns, cells[1:]))
        elif place > 1 and any(cells) and not _is_number(cells):
            found.strays.append(Stray(number, place, " ".join(" ".join(cells).split())))


def _is_number(cells: list[str]) -> bool:
    """Whether a row holds its number and nothing else, as the blank ones of a form do."""
    return not any(cells[1:]) and folded(cells[0]).strip(".").isdecimal()


def _code(cell: str) -> str:
    """The code a row begins with, or nothing; full-width digits and a closing point do not matter."""
    plain = folded(cell).strip("〔〕[].")
    return plain if _CODE.fullmatch(plain) else ""


def _answer(found: Filled, code: str, cells: list[str]) -> None:
    """The words behind the question; a column somebody put in is read along."""
    behind = cells[2:] if len(cells) > 2 else cells[1:]  # noqa: PLR2004 - code, question, answer
    words = "\n".join(cell for cell in behind if cell)
    stands = found.answers.setdefault(code, words)
    if not stands:
        found.answers[code] = words
    elif words and words != stands:
        found.twice.append(Twice(code, words))


def _row(columns: list[str], cells: list[str]) -> Row:
    """The cells under their headings; two of the same heading are read together."""
    row: dict[str, str] = {}
    for place, cell in enumerate(cells):
        name = columns[place] if place < len(columns) else ""
        row[name] = "\n".join(words for words in (row.get(name, ""), cell) if words)
    return row
