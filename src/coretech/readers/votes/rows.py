"""The rows of a CSV of votes: counts where they can be read, a fault with its place where they cannot."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.votes.columns import Columns, columns_of, known

_DELIMITERS = (",", "\t", ";")
_WHOLE = re.compile(r"[0-9]{1,9}")
_GROUPED = re.compile(r"[0-9]{1,3}([,.' \u00a0\u202f][0-9]{3})+")


@dataclass(frozen=True, slots=True)
class Counted:
    """One vote as the file records it; ``entitled`` is None where the row does not say."""

    line: int
    cells: tuple[str, ...]
    for_: int
    against: int
    abstain: int
    entitled: int | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be read: its line, the column where one is to blame, and what to do."""

    line: int
    column: str
    sentence: Sentence


class NoCountError(ValueError):
    """A cell that is no count, with what to do about it."""

    def __init__(self, zh: str, en: str) -> None:
        """Keep what is said to the person."""
        super().__init__(en)
        self.sentence = Sentence(zh, en)


class Votes:
    """The votes in a text, read as they are asked for.

    Raises:
        Refused: (HTTP 422) where the header does not name the columns.
    """

    def __init__(self, text: str) -> None:
        """Read the header."""
        lines = io.StringIO(text.lstrip("\r\n"), newline="")
        self._reader = csv.reader(lines, delimiter=_delimiter(text.lstrip("\r\n")), strict=True)
        try:
            self.columns: Columns = columns_of(next(self._reader))
        except csv.Error as error:
            raise bad_input(
                "header", f"標題列的引號不成對（{error}）。", f"The header is quoted wrongly ({error})."
            ) from None

    def rows(self) -> Iterator[Counted | Fault]:
        """Each row in order; empty lines are passed over."""
        while True:
            line = self._reader.line_num + 1
            try:
                cells = next(self._reader, None)
            except csv.Error:
                yield Fault(line, "", _MISQUOTED)
                continue
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                yield self._row(line, cells)

    def _row(self, line: int, cells: Sequence[str]) -> Counted | Fault:
        columns, many = self.columns, len(cells)
        if many != len(columns.header):
            return Fault(line, "", _ragged(many, len(columns.header)))
        counts: list[int | None] = []
        for place in (columns.for_, columns.against, columns.abstain, columns.entitled):
            try:
                counts.append(
                    None if place is None else _count(cells[place], blank=place == columns.entitled)
                )
            except NoCountError as fault:
                return Fault(line, columns.header[place or 0], fault.sentence)
        for_, against, abstain, entitled = counts
        return Counted(line, tuple(cells), for_ or 0, against or 0, abstain or 0, entitled)


_MISQUOTED = Sentence(
    "引號不成對；欄內的引號要寫兩次，整欄加引號。",
    "the quotes do not match; write a quote inside a cell twice, and quote the whole cell.",
)


def _delimiter(text: str) -> str:
    """The character that splits the header into the most of the three columns; a comma where none does better."""
    header = re.split("[\r\n]", text, maxsplit=1)[0].replace('"', "")
    return max(_DELIMITERS, key=lambda mark: known(header.split(mark)))


def _ragged(many: int, expected: int) -> Sentence:
    return Sentence(
        f"有 {many} 欄，標題列有 {expected} 欄；內含逗號的欄要加引號。",
        f"the row has {many} of the {expected} columns of the header; quote a cell that holds a comma.",
    )


def _count(cell: str, *, blank: bool) -> int | None:
    text = cell.strip()
    if not text and blank:
        return None
    if _WHOLE.fullmatch(text):
        return int(text)
    raise _no_count(text)


def _no_count(text: str) -> NoCountError:
    if not text:
        return NoCountError("是空白；沒有票請填 0。", "it is blank; write 0 where there were none.")
    if _GROUPED.fullmatch(text):
        return NoCountError(
            f"「{text}」有千分位；請只寫數字。", f"“{text}” has a thousands separator; write digits only."
        )
    if text.startswith(("-", "−")):
        return NoCountError(f"「{text}」是負數；票數從 0 起。", f"“{text}” is negative; votes are 0 or more.")
    return NoCountError(
        f"「{text}」不是整數；請填票數。", f"“{text}” is no whole number; write how many votes."
    )
