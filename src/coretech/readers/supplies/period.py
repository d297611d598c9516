"""The period a line is of, held against the file's year, today, and how often the commodity is reported."""

import datetime as dt
from functools import lru_cache

from coretech.kit.days import parse_day
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.readers.supplies.cells import Cells
from coretech.readers.supplies.expecting import Expecting, Wanted
from coretech.readers.supplies.records import Key

_FIRST_YEAR, _LAST_YEAR = 1912, 2999
_REMEMBERED = 4096
_NO_DAY = Sentence(
    "不是日期，請寫成2025-03-03或114.3.3。",
    "It is no date; write 2025-03-03, or 114.3.3 in the ROC calendar.",
)
_BACKWARDS = Sentence("期間末日早於起日。", "The period ends before it starts.")
_NOT_OVER = Sentence("期間尚未結束，請待結束後再申報。", "The period is not over; report it once it is.")


def read_period(cells: Cells, wanted: Wanted | None, expecting: Expecting) -> Key | None:
    """The commodity and its period; None where either cannot be told, with what is wrong noted."""
    start, end = (_day(cells, name) for name in ("period_start", "period_end"))
    if start is None or end is None:
        return None
    wrong = _wrong(start, end, wanted, expecting)
    if wrong is not None:
        cells.complain("period_end", wrong)
    return None if wrong is not None or wanted is None else Key(wanted.slug, start, end)


def _day(cells: Cells, name: str) -> dt.date | None:
    text = cells.text(name)
    day = _read(text)
    if day is None:
        cells.complain(name, _NO_DAY if text else Sentence("請填寫。", "Fill this in."))
    return day


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str) -> dt.date | None:
    """The day a text names; a file names the same few days over and over."""
    try:
        day = parse_day(text)
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _wrong(start: dt.date, end: dt.date, wanted: Wanted | None, expecting: Expecting) -> Sentence | None:
    """What is wrong with a period; a week that crosses New Year is of the year it ends in."""
    if end < start:
        return _BACKWARDS
    if expecting.year is not None and end.year != expecting.year:
        return _other_year(end.year, expecting.year)
    if end >= expecting.today:
        return _NOT_OVER
    if wanted is not None and not wanted.fits(start, end):
        how = wanted.how_often
        return Sentence(
            f"這項物資{how.zh}申報，起訖日不是其中一期。",
            f"The commodity is reported {how.en}; these days are not one of its periods.",
        )
    return None


def _other_year(year: int, told: int) -> Sentence:
    this, that = said_year(year), said_year(told)
    return Sentence(
        f"這一期屬於{this.zh}，但檔案是{that.zh}的；請確認年度。",
        f"This period is of {this.en}, but the file is of {that.en}; check the year.",
    )
