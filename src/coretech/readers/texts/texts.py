"""Texts with their ids, from the columns that hold them; rows without either are left out and told."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.texts.records import Fault, Row, Table

ID, TEXT = "id", "text"
_BROKEN = "\N{REPLACEMENT CHARACTER}"
_NO_ID = Sentence("沒有識別碼", "has no id")
_EMPTY = Sentence("文字是空的", "its text is empty")
_UNREADABLE = Sentence("有文字編碼錯誤", "is broken in its encoding")


class Text(NamedTuple):
    """One text: the line it begins on, its id, and what the text columns say, a line each.

    ``head`` is how many of its characters are its title: what the first of several columns says, where the others say
    something too.
    """

    line: int
    id: str
    text: str
    head: int = 0


class Texts:
    """The texts of a table, read once as they are asked for.

    Raises:
        Refused: (HTTP 422) where there is no such column; it names those there are.
    """

    def __init__(
        self, table: Table, id_column: str | None = None, text_columns: Sequence[str] | None = None
    ) -> None:
        """Choose the columns: ``id`` and ``text`` where none are named."""
        self._table = table
        self._columns = [column(table, id_column or ID, "--id-column")]
        self._columns += [column(table, name, "--text-columns") for name in text_columns or (TEXT,)]
        self._seen: dict[str, int] = {}

    @property
    def share(self) -> float:
        """The share of the file read so far, from 0 to 1; 0 where that is not known."""
        return self._table.share()

    def __iter__(self) -> Iterator[Text | Fault]:
        """Each row as a text, or what is wrong with it."""
        for row in self._table.rows(self._columns):
            yield row if isinstance(row, Fault) else self._text(row)

    def _text(self, row: Row) -> Text | Fault:
        name, *parts = (cell.strip() for cell in row.cells)
        text = "\n".join(filter(None, parts))
        if _BROKEN in name or _BROKEN in text:
            return Fault(row.line, _UNREADABLE)
        if not name:
            return Fault(row.line, _NO_ID)
        if not text:
            return Fault(row.line, _EMPTY)
        first = self._seen.setdefault(name, row.line)
        if first != row.line:
            return Fault(row.line, _twice(name, first))
        return Text(row.line, name, text, len(parts[0]) if any(parts[1:]) else 0)


def has_columns(table: Table, names: Sequence[str]) -> bool:
    """Whether a table has all these columns."""
    return all(_found(table, name) for name in names)


def column(table: Table, name: str, option: str = "") -> str:
    """The table's own name of a column; ``option`` is how another one is named on the command line.

    Raises:
        Refused: (HTTP 422) where there is none; it names those there are.
    """
    found = _found(table, name)
    if found is None:
        raise _no_column(table, name, option)
    return found


def _found(table: Table, name: str) -> str | None:
    """The column of a name; upper and lower case are told apart only where both are there."""
    if name in table.columns:
        return name
    return next((each for each in table.columns if each.strip().casefold() == name.strip().casefold()), None)


def _no_column(table: Table, name: str, option: str) -> Refused:
    zh = "、".join(table.columns) or "（沒有）"
    en = ", ".join(table.columns) or "none"
    what = Sentence(f"請以 {option} 指定。", f" Name one with {option}.") if option else Sentence("。", ".")
    return bad_input(
        name,
        f"沒有「{name}」這一欄；檔案的欄位：{zh}{'。' if option else ''}{what.zh}",
        f"There is no column “{name}”; the file's columns: {en}{'.' if option else ''}{what.en}",
    )


def _twice(name: str, first: int) -> Sentence:
    return Sentence(f"識別碼 {name} 已在第 {first} 行出現", f"its id {name} is already on line {first}")
