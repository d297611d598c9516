"""A row of a table before it is understood, whatever the file's form; and what is wrong with one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence


class Row(NamedTuple):
    """The wanted cells of a row, in the order asked for; ``line`` is where it begins, as an editor counts."""

    line: int
    cells: tuple[str, ...]


class Fault(NamedTuple):
    """A row that is left out: its line, and what is wrong with it."""

    line: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Table:
    """A file's columns, its rows as they are asked for, and the share of the file (0 to 1) read so far.

    ``rows`` takes the wanted columns' names and may be asked once.
    """

    columns: tuple[str, ...]
    rows: Callable[[Sequence[str]], Iterator[Row | Fault]]
    share: Callable[[], float]


def unusable(zh: str, en: str) -> Refused:
    """The file as a whole cannot be read (HTTP 422)."""
    return bad_input("file", zh, en)


def wrong_count(line: int, there: int, wanted: int) -> Fault:
    """A row with more or fewer cells than the header names."""
    return Fault(
        line,
        Sentence(
            f"有 {there} 欄，標題列有 {wanted} 欄", f"has {there} columns where the header has {wanted}"
        ),
    )
