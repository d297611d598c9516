"""The files a match is given: opened, their columns chosen, and every row that is left out told at once."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, cast

from coretech.cli.law.input import STANDARD_INPUT, lines_of
from coretech.cli.matching.reading import left_out, reads
from coretech.cli.speech import complain
from coretech.kit.refusal import Refused, bad_input
from coretech.readers.texts.opening import open_table
from coretech.readers.texts.records import Fault, Row, Table
from coretech.readers.texts.texts import Text, Texts

_HELD = 1024 * 1024


@dataclass(slots=True)
class Source:
    """A file of rows by the name it was given, and how many of its rows were left out."""

    name: str
    table: Table
    language: str
    faults: int = field(default=0, init=False)

    def columns(self, id_column: str | None, text_columns: Sequence[str] | None) -> Texts:
        """Its texts, by the columns that hold them.

        Raises:
            Refused: (HTTP 422) where there is no such column.
        """
        with named(self.name):
            return Texts(self.table, id_column, text_columns)

    def texts(self, texts: Texts) -> Iterator[Text]:
        """The good ones of its texts."""
        with named(self.name):
            for read in reads(self.name, texts):
                if read.says:
                    complain(read.says, self.language, 0)
                if read.text:
                    yield read.text
                else:
                    self.faults += 1

    def rows(self, wanted: Sequence[str]) -> Iterator[Row]:
        """The good ones of its rows."""
        with named(self.name):
            for row in self.table.rows(wanted):
                if isinstance(row, Fault):
                    self.left_out(row)
                else:
                    yield row

    def left_out(self, fault: Fault) -> None:
        """Tell of a row that cannot be used, and count it."""
        self.faults += 1
        complain(left_out(self.name, fault), self.language, 0)


@contextmanager
def source(file: Path, language: str, called: str | None = None) -> Iterator[Source]:
    """A file opened as a table, by its path or what it is called else; ``-`` is standard input.

    Raises:
        Refused: (HTTP 422) where it cannot be opened or holds no rows; the sentence begins with the file's name.
    """
    name = called or ("-" if file == STANDARD_INPUT else str(file))
    with ExitStack() as held:
        with named(name):
            opened = _seekable(held.enter_context(lines_of(file)), held)
            found = Source(name, open_table(opened), language)
        yield found


class named:  # noqa: N801 - a context manager, read as a word
    """Within it, what is wrong with a file is told with the file's name before it."""

    def __init__(self, name: str) -> None:
        """Take the name as it was given."""
        self._name = name

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _: object, error: object, __: object) -> None:
        """Name the file.

        Raises:
            Refused: (HTTP 422) in place of one without the name.
        """
        if isinstance(error, Refused) and not error.sentence.en.startswith(self._name):
            sentence = error.sentence
            raise bad_input(
                error.field or "file", f"{self._name}：{sentence.zh}", f"{self._name}: {sentence.en}"
            ) from None


def _seekable(file: BinaryIO, held: ExitStack) -> BinaryIO:
    """The file itself, or a copy of what comes through a pipe."""
    if file.seekable():
        return file
    copy = tempfile.SpooledTemporaryFile(max_size=_HELD)  # noqa: SIM115 - closed with the file it copies
    held.callback(copy.close)
    copyfileobj(file, copy)
    copy.seek(0)
    return cast("BinaryIO", copy)
