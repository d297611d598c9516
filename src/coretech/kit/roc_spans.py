"""Spans of time as Taiwan's plans write them, in ROC years: ``109/12~110/4``, ``110~114 年``, ``111 年第 2 季``."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from coretech.kit.folding import fold
from coretech.kit.roc import OFFSET, roc_year
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Span:
    """From a month on to a month, both included; an end that is not written is None.

    ``written`` is the text it was read from and ``label`` the words before it, such as 第一期 受理申請. ``yearly`` is
    set where something comes back each year.
    """

    start: date | None
    end: date | None
    written: str
    label: str = ""
    yearly: bool = False

    @property
    def backwards(self) -> bool:
        """Whether it ends before it starts."""
        return self.start is not None and self.end is not None and self.end < self.start

    def said(self) -> Sentence:
        """The span in both calendars."""
        english = f"{month_of(self.start) or 'no start'} to {month_of(self.end) or 'no end'}"
        return Sentence(f"{_roc(self.start)}至{_roc(self.end)}", english)


_YEAR, _MONTH, _DAY = r"(?<![0-9])[0-9]{1,3}(?![0-9])", r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12][0-9]|0?[1-9])"
_POINT = re.compile(
    rf"(?:民國)?(?P<year>{_YEAR}) ?"
    rf"(?:/ ?(?P<month>{_MONTH})(?![0-9])(?:/(?P<day>{_DAY})(?![0-9]))?"
    rf"|(?<=[0-9]{{2}})\.(?P<dotted>{_MONTH})(?![0-9.])"
    r"|年?第 ?(?P<quarter>[1-4一二三四]) ?季|q(?P<q>[1-4])"
    rf"|年(?P<named>{_MONTH})月(?:(?P<day_named>{_DAY})日)?"
    r"|(?P<whole>年)(?:度|底)?)?"
)
_TO = re.compile(r" ?(?:[~-]+|至|到) ?")
_WAVES = re.compile(r"[～〜∼－]")
_MONTH_ALONE = re.compile(rf"{_MONTH}(?![0-9/.年])")
_EVERY = "每年"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def month_of(day: date | None) -> str | None:
    """A day's month as ``2020-12``."""
    return None if day is None else f"{day.year:04}-{day.month:02}"


def spans(text: str) -> list[Span]:
    """Every span a text writes, in order, each with the words before it as its label.

    A text without any gives none; so does one whose numbers are no years and months. Full-width digits and marks,
    spaces and the several dashes do not matter. 每年 alone is a span without ends that comes back each year.
    """
    return spans_and_rest(text)[0]


def spans_and_rest(text: str) -> tuple[list[Span], str]:
    """Every span of a text, and the words that are left behind the last."""
    plain = _WAVES.sub("~", fold(text))
    found, place = _found(plain)
    if not found and _EVERY in plain:
        return [Span(None, None, _EVERY, yearly=True)], plain.replace(_EVERY, "", 1).strip()
    return found, plain[place:].strip()


def _found(plain: str) -> tuple[list[Span], int]:
    found, place = [], 0
    while (match := _first(plain, place)) is not None:
        end, after = _end(plain, match)
        label = plain[place : match.start()].strip(" ：:，,、;；")
        yearly = _EVERY in label or plain.startswith(_EVERY, after)
        written = plain[match.start() : after].strip()
        label = label.replace(_EVERY, "").strip()
        found.append(Span(_read(match, last=False), end, written, label, yearly))
        place = after + (len(_EVERY) if plain.startswith(_EVERY, after) else 0)
    return found, place


def _first(plain: str, place: int) -> re.Match[str] | None:
    """The next point that is a point of time by itself, or is a year with another point after it."""
    points = _POINT.finditer(plain, place)
    return next((found for found in points if _is_time(found) or _second(plain, found) is not None), None)


def _is_time(match: re.Match[str]) -> bool:
    """Whether it writes more than a bare number."""
    return any(match.group(name) for name in ("month", "dotted", "named", "quarter", "q", "whole"))


def _second(plain: str, first: re.Match[str]) -> re.Match[str] | None:
    """The point a span runs to, where one is written."""
    to = _TO.match(plain, first.end())
    found = None if to is None else _POINT.match(plain, to.end())
    return found if found is not None and _is_time(found) else None


def _end(plain: str, first: re.Match[str]) -> tuple[date | None, int]:
    """The last day of the span that begins with a point, and where its text ends."""
    second = _second(plain, first)
    if second is not None:
        return _read(second, last=True), second.end()
    to = _TO.match(plain, first.end())
    if to is None:
        return _read(first, last=True), first.end()
    month = _MONTH_ALONE.match(plain, to.end())
    if month is not None and _month(first) is not None:
        return _last_of(_year(first), int(month.group())), month.end()
    return None, to.end()


def _read(match: re.Match[str], *, last: bool) -> date:
    """The first or the last day a point stands for."""
    year, month = _year(match), _month(match)
    quarter = match.group("quarter") or match.group("q")
    day = match.group("day") or match.group("day_named")
    if quarter:
        number = _QUARTERS.get(quarter) or int(quarter)
        return _last_of(year, number * 3) if last else date(year, number * 3 - 2, 1)
    if month is None:
        return date(year, 12, 31) if last else date(year, 1, 1)
    if day:
        return min(date(year, month, 1) + timedelta(int(day) - 1), _last_of(year, month))
    return _last_of(year, month) if last else date(year, month, 1)


def _year(match: re.Match[str]) -> int:
    return OFFSET + int(match.group("year"))


def _month(match: re.Match[str]) -> int | None:
    written = match.group("month") or match.group("dotted") or match.group("named")
    return int(written) if written else None


def _last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _roc(day: date | None) -> str:
    return "（未載明）" if day is None else f"{roc_year(day.year)}年{day.month}月"
