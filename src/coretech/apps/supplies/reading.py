"""Reading a file of returns against the commodities there are; nothing is written here."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from coretech.apps.audit.acting import Acting
from coretech.apps.supplies.models import Commodity
from coretech.apps.supplies.queries import commodities
from coretech.apps.supplies.units import convert
from coretech.apps.supplies.words import FREQUENCIES
from coretech.engines.supplies.periods import Frequency, is_period
from coretech.kit.sentence import Sentence
from coretech.readers.supplies import Expecting, Reporting, RowError, SupplyRow, Wanted, read_returns

TOLD_EVERY = 2_000
"""After so many lines a caller that wants to know is told how far it is."""

Progress = Callable[[int], None]
"""Is told how many lines were read; may raise to break off."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file of returns with its name; ``year`` is the Gregorian year it is said to be of, None for any."""

    name: str
    raw: bytes
    year: int | None = None

    @property
    def sha256(self) -> str:
        """The fingerprint of the file's bytes."""
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file says: its rows, and everything to be corrected in it; ``demonstration`` marks figures made up."""

    name: str
    sha256: str
    rows: tuple[SupplyRow, ...]
    faults: tuple[RowError, ...] = ()
    demonstration: bool = False


def read_file(by: Acting, given: GivenFile, progress: Progress | None = None) -> ReadFile:
    """Every row, and every error at once; rows of commodities that are another agency's are errors too.

    Raises:
        Refused: (HTTP 422) for a file that is of another kind, empty, damaged, too large, or lacks a column.
    """
    found = {each.slug: each for each in commodities(by)}
    expecting = Expecting(list(map(_wanted, found.values())), by.today, given.year, frozenset(), convert)
    foreign = {slug: _foreign(each, by.today) for slug, each in found.items() if not _is_own(by, each)}
    rows: list[SupplyRow] = []
    faults: list[RowError] = []
    for read in _counted(read_returns(given.raw, expecting), progress):
        if isinstance(read, RowError):
            faults.append(read)
        elif read.key.commodity in foreign:
            faults.append(
                RowError(read.line, "commodity", "", read.key.commodity, foreign[read.key.commodity])
            )
        else:
            rows.append(read)
    return ReadFile(given.name, given.sha256, tuple(rows), tuple(faults))


def wanted_of(commodity: Commodity) -> Wanted:
    """The commodity as the reader knows it."""
    return _wanted(commodity)


def _wanted(commodity: Commodity) -> Wanted:
    frequency = Frequency(commodity.frequency)
    reporters = tuple(
        Reporting(each.code, Sentence(each.zh, each.en), each.start, each.until)
        for each in commodity.reporters.all()
    )
    return Wanted(
        commodity.slug,
        commodity.name,
        commodity.unit,
        FREQUENCIES[frequency],
        partial(is_period, frequency),
        reporters,
    )


def _is_own(by: Acting, commodity: Commodity) -> bool:
    return commodity.authority.code in by.standing.agencies


def _foreign(commodity: Commodity, day: dt.date) -> Sentence:
    name = commodity.authority.name_on(day)
    return Sentence(
        f"這項物資由{name.zh}申報，您不是該機關的承辦人；請刪去這一列。",
        f"This commodity is filed by the {name.en}, of which you are no officer; take the line out.",
    )


def _counted(
    reading: Iterator[SupplyRow | RowError], progress: Progress | None
) -> Iterator[SupplyRow | RowError]:
    for number, each in enumerate(reading, start=1):
        if progress is not None and number % TOLD_EVERY == 0:
            progress(number)
        yield each
