"""The queries of a match: the rows of a file, or of the files that a pattern or a folder names, one after the other."""

import glob
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from coretech.cli.law.input import STANDARD_INPUT
from coretech.cli.matching.columns import Columns
from coretech.cli.matching.files import named, source
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.texts.records import Fault
from coretech.readers.texts.texts import Text

_HIDDEN = (".", "_")
_JOKERS = frozenset("*?[")
_ROWS = 40
"""The bits that a row's number takes; no file has more rows."""


class Queries:
    """The good texts of some files, read once as they are asked for; what is left out is told at once and counted.

    Raises:
        Refused: (HTTP 422) where a file cannot be used, or has no such columns.
    """

    def __init__(self, paths: Sequence[Path], columns: Columns, language: str) -> None:
        """Take the files in their order, and which of their columns hold the texts."""
        self.paths, self.columns, self.language = paths, columns, language
        self.faults = 0
        self._behind, self._share = 0, 0.0
        self._first: dict[str, tuple[int, int]] = {}

    @property
    def share(self) -> float:
        """The share of the files read so far, from 0 to 1, each counting as much; 0 where that is not known."""
        return (self._behind + self._share) / len(self.paths)

    def __iter__(self) -> Iterator[Text]:
        """The texts, an id only once in all files."""
        for number, path in enumerate(self.paths):
            with source(path, self.language) as of:
                with named(of.name):
                    texts = self.columns.of(of.table)
                for text in of.texts(texts):
                    self._share = texts.share
                    first, line = self._first_of(text, number)
                    if (first, line) == (number, text.line):
                        yield text
                    else:
                        of.left_out(again(text.line, text.id, str(self.paths[first]), line))
                self.faults += of.faults
            self._behind, self._share = number + 1, 0.0

    def _first_of(self, text: Text, number: int) -> tuple[int, int]:
        """The file and the line where an id was first met; one file alone sees to its own."""
        here = (number, text.line)
        return here if len(self.paths) == 1 else self._first.setdefault(text.id, here)


def again(line: int, name: str, file: str, first: int) -> Fault:
    """A row whose id stands in an earlier file."""
    return Fault(
        line,
        Sentence(
            f"識別碼 {name} 已在 {file} 第 {first} 行出現",
            f"its id {name} is already on line {first} of {file}",
        ),
    )


def place_of(file: int, row: int) -> int:
    """A row's place among those of all files: its file's number above, its own below."""
    return file << _ROWS | row


def file_of(place: int) -> int:
    """The number of the file that a place is in."""
    return place >> _ROWS


def paths_of(written: Path) -> list[Path]:
    """The files that are meant: one, those of a folder, or those that fit a pattern such as ``part-*.csv``, by name.

    Raises:
        Refused: (HTTP 422) where a folder or a pattern names none.
    """
    if written == STANDARD_INPUT or written.is_file():
        return [written]
    if written.is_dir():
        return _some(written, written.iterdir())
    if _JOKERS & set(str(written)):
        return _some(written, map(Path, glob.glob(str(written), recursive=True)))  # noqa: PTH207 - it may be absolute
    return [written]


def _some(written: Path, found: Iterable[Path]) -> list[Path]:
    """Files by name, without those that only say how the others were written."""
    files = sorted(each for each in found if each.is_file() and not each.name.startswith(_HIDDEN))
    if not files:
        raise bad_input("file", f"{written}：沒有符合的檔案。", f"{written}: there is no such file.")
    return files
