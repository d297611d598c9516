"""ODS: the first table of a spreadsheet, a row an item."""

from collections.abc import Iterator

from coretech.readers.lists.records import Fault, ListFile
from coretech.readers.lists.table import Row, from_table
from coretech.readers.supplies.lines import Line
from coretech.readers.supplies.ods_lines import ods_lines


def read(raw: bytes) -> ListFile:
    """The items of a spreadsheet, with its formulas and merged cells among the faults.

    Raises:
        Refused: (HTTP 422) for what is no ODS, or is damaged.
    """
    flawed: list[Line] = []
    file = from_table(_rows(ods_lines(raw), flawed))
    faults = [Fault(line.number, str(place), "", said) for line in flawed for place, said in line.flaws]
    return ListFile(file.head, file.entries, (*file.faults, *faults))


def _rows(lines: Iterator[Line], flawed: list[Line]) -> Iterator[Row]:
    for line in lines:
        if line.flaws:
            flawed.append(line)
        yield line.number, line.cells
