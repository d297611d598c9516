"""One file of works as tables, block by block, whichever its format."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from coretech.readers.works.block_tables import BlockReader
from coretech.readers.works.blocks import LineFile
from coretech.readers.works.formats import Format, format_of, works_of
from coretech.readers.works.openalex_parquet import rows_in
from coretech.readers.works.problems import Fault, Problem
from coretech.readers.works.row_tables import RowReader
from coretech.readers.works.side_by_side import READERS, Read, read_all

AT_A_TIME = 5_000


def read_file(file: LineFile, folder: Path, latest_year: int) -> Iterator[Read]:
    """The file's tables and what is wrong with its lines, in their order; afterwards its hash is known.

    Raises:
        OSError: where it cannot be read.
        ValueError: where it is not of the format its name says, naming it.
    """
    kind = format_of(file.path)
    with ExitStack() as opened:
        readers = [
            opened.enter_context(closing(BlockReader(file.path.name, _within(folder, each), latest_year)))
            for each in range(READERS)
        ]
        if kind is Format.OPENALEX:
            yield from read_all(file.blocks(), readers)
        else:
            yield from _of_format(file.path, kind, readers)
            file.pass_over()


def _of_format(path: Path, kind: Format, readers: Sequence[BlockReader]) -> Iterator[Read]:
    try:
        if kind is Format.PARQUET:
            yield from read_all(rows_in(path), [RowReader(each) for each in readers])
        else:
            yield from _works(path, kind, readers[0])
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None  # noqa: TRY003 - which file it is


def _within(folder: Path, place: int) -> Path:
    own = folder / str(place)
    own.mkdir()
    return own


def _works(path: Path, kind: Format, reader: BlockReader) -> Iterator[Read]:
    """Works of another format, in OpenAlex's shape, some thousands at a time."""
    works: list[dict[str, object]] = []
    numbers: list[int] = []
    for number, work, bad in works_of(path, kind):
        if bad:
            of = str(work.get("id", ""))
            reader.problems.append(Problem(path.name, number, Fault.UNREADABLE_PART, of, ", ".join(bad)))
        works.append(work)
        numbers.append(number)
        if len(works) == AT_A_TIME:
            yield reader.of_works(works, numbers), reader.told()
            works, numbers = [], []
    if works:
        yield reader.of_works(works, numbers), reader.told()
