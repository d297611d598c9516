"""Who a line comes from: one of the commodity's reporters, or its authority where there are none."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from coretech.kit.folding import fold
from coretech.kit.sentence import Sentence
from coretech.readers.supplies.cells import Cells

_SHOWN = 6
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Reporting:
    """Somebody who reports a commodity from a day on, until another where one is set."""

    code: str
    name: Sentence
    start: dt.date
    until: dt.date | None = None

    def reports_on(self, day: dt.date) -> bool:
        """Whether a period that begins on the day is asked of them."""
        return self.start <= day and (self.until is None or day <= self.until)


def read_reporter(cells: Cells, reporters: tuple[Reporting, ...], start: dt.date) -> str:
    """The code of whoever the line comes from, empty for the authority; what is wrong is noted.

    Where a commodity has reporters the authority has no return of its own, so that nothing is counted twice.
    """
    text = cells.text("reporter")
    if not text and not reporters:
        return ""
    code = _code(text, reporters, start)
    asked = [] if code else [each for each in reporters if each.reports_on(start)]
    if not code and (text or asked):
        cells.complain("reporter", _unknown(asked, told=bool(text)))
    return code


@lru_cache(maxsize=_REMEMBERED)
def _code(text: str, reporters: tuple[Reporting, ...], start: dt.date) -> str:
    """The code that a text means on a day, empty for none; a file names the same few over and over."""
    asked = (each for each in reporters if each.reports_on(start))
    called = {fold(name): each.code for each in asked for name in (each.code, each.name.zh, each.name.en)}
    return called.get(fold(text), "")


def _unknown(asked: list[Reporting], *, told: bool) -> Sentence:
    if not asked:
        return Sentence(
            "這項物資當期沒有申報者，由主管機關申報；請留空。",
            "The commodity has no reporters in this period, its authority reports it; leave this empty.",
        )
    codes = "、".join(each.code for each in asked[:_SHOWN]) + ("…" if len(asked) > _SHOWN else "")
    said = Sentence("當期沒有這個申報者", "no such reporter in this period") if told else _EMPTY
    return Sentence(f"{said.zh}；請填其一：{codes}。", f"{said.en}; put in one of these: {codes}.")


_EMPTY = Sentence("請填申報者", "the reporter is missing")
