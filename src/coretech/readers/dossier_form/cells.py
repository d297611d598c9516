"""The tables of an OpenDocument text as words, cell by cell; what is styled, moved or commented reads the same.

Source: OASIS Open Document Format 1.3, part 3: 9.1 (tables), 6.1.2 to 6.1.5 (spaces, tabs, line breaks), 14.1 (notes
of reviewers), 5.5 (tracked changes).
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

from coretech.kit.sentence import Sentence
from coretech.readers.dossier_form.errors import FormError

Table = list[list[str]]
"""Rows of cells' texts; a paragraph's end is a line feed."""

MOST_CELLS = 20_000
MOST_SPACES = 1_000
_WHITE = re.compile("[ \t\r\n]+")

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_SKIPPED = frozenset({f"{_OFFICE} annotation", f"{_TEXT} tracked-changes", f"{_TEXT} note-citation"})
_PARAGRAPHS = frozenset({f"{_TEXT} p", f"{_TEXT} h"})
_ROW, _CELL, _COVERED = f"{_TABLE} table-row", f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"


class _Reading:
    """The state of going through the XML: the tables so far, and where in them it is."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.depth = 0  # of tables; the words of one inside a cell belong to that cell
        self.skipped = 0
        self.paragraphs = 0
        self.cells = 0
        self.words: list[str] | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self.skipped or name in _SKIPPED:
            self.skipped += 1
        elif name == f"{_TABLE} table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append([])
        elif self.depth == 1 and name == _ROW:
            self.tables[-1].append([])
        elif self.depth == 1 and name == _CELL:
            self.words = []
        elif name in _PARAGRAPHS:
            self.paragraphs += 1
        elif self.words is not None:
            self.words.append(_white(name, attributes))

    def text(self, words: str) -> None:
        """Words; what stands outside paragraphs is the file's own layout."""
        if self.words is not None and self.paragraphs and not self.skipped:
            self.words.append(_WHITE.sub(" ", words))

    def end(self, name: str) -> None:
        """An element ends."""
        if self.skipped:
            self.skipped -= 1
        elif name == f"{_TABLE} table":
            self.depth -= 1
        elif self.depth == 1 and name == _CELL:
            self._cell()
        elif name in _PARAGRAPHS:
            self.paragraphs -= 1
            if self.words is not None:
                self.words.append("\n")

    def _cell(self) -> None:
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise too_large()
        if self.words is not None and self.tables[-1]:
            self.tables[-1][-1].append("".join(self.words).strip())
        self.words = None


def tables_of(content: bytes) -> list[Table]:
    """The tables in the order of the file; a table inside a cell is read as that cell's words.

    Raises:
        FormError: for XML that is not well formed, or with more cells than any form has.
    """
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place: this is all there is
    except expat.ExpatError as error:
        raise FormError(
            Sentence(
                "檔案已損壞；請以 LibreOffice 重新存檔。",
                "The file is damaged. Save it again with LibreOffice.",
            )
        ) from error
    return reading.tables


def too_large() -> FormError:
    """The refusal of a file with more in it than any form has."""
    return FormError(
        Sentence(
            "檔案內容過多，不像提報表單；圖片與附件請另以「附件」上傳。",
            "There is more in the file than in any form. Send pictures and files as attachments.",
        )
    )


def _white(name: str, attributes: Mapping[str, str]) -> str:
    """What an element of white space stands for."""
    if name == f"{_TEXT} line-break":
        return "\n"
    if name == f"{_TEXT} tab":
        return "\t"
    if name == f"{_TEXT} s":
        count = attributes.get(f"{_TEXT} c", "1")
        return " " * (min(int(count), MOST_SPACES) if count.isascii() and count.isdigit() else 1)
    return ""
