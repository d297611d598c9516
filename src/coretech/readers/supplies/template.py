"""A sheet to fill for a commodity and its periods: what is asked for, with the last figures beside it.

The columns of last figures are passed over when the sheet comes back.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods
from coretech.readers.seats.write import Format
from coretech.readers.supplies.columns import COLUMNS, FIGURES, REFERENCE, heading
from coretech.readers.supplies.expecting import Wanted

_TABLE = "returns"


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to fill: the period, whose return it is, and the figures of the period before by their names in code."""

    start: dt.date
    end: dt.date
    reporter: str = ""
    last: Mapping[str, Decimal | None] = field(default_factory=dict)


def write_template(wanted: Wanted, blanks: Iterable[Blank], form: Format) -> bytes:
    """The sheet as a file; dates are ISO's, and the figures to fill are empty, for nothing told is not zero."""
    rows = [_headings(), *(_line(wanted, blank) for blank in blanks)]
    return write_csv(rows) if form is Format.CSV else write_ods(rows, _TABLE)


def _headings() -> list[str]:
    asked = [heading(name) for name in COLUMNS]
    return [*asked, *(f"{REFERENCE}：上期{guide.heading} last {name}" for name, guide in FIGURES.items())]


def _line(wanted: Wanted, blank: Blank) -> Sequence[str]:
    known = {
        "commodity": wanted.name.zh,
        "unit": wanted.unit,
        "period_start": blank.start.isoformat(),
        "period_end": blank.end.isoformat(),
        "reporter": blank.reporter,
    }
    return [*(known.get(name, "") for name in COLUMNS), *(_said(blank.last.get(name)) for name in FIGURES)]


def _said(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
