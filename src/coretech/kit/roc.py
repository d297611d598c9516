"""The calendar of the Republic of China: year 1 is 1912, months and days are the Gregorian ones."""

import re
from collections.abc import Mapping
from datetime import date

from coretech.kit.numerals import numeral
from coretech.kit.sentence import Sentence

OFFSET = 1911

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def roc_year(year: int) -> int:
    """The ROC year of a Gregorian one; 0 for 1911, which is year 1 before the Republic, and so on down."""
    return year - OFFSET


def roc_date(day: date) -> str:
    """A day in full: ``民國114年11月24日``; before 1912 ``民國前1年12月31日``."""
    year = roc_year(day.year)
    era = f"民國{year}" if year > 0 else f"民國前{1 - year}"
    return f"{era}年{day.month}月{day.day}日"


def roc_short(day: date) -> str:
    """A day in short: ``114.11.24``; before 1912 with a minus, ``-1.12.31``."""
    year = roc_year(day.year)
    return f"{year if year > 0 else year - 1}.{day.month}.{day.day}"


def english_date(day: date) -> str:
    """A day as English prose has it, whatever the machine's locale: ``24 November 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def said(day: date) -> Sentence:
    """A day for a sentence: the ROC calendar in Chinese, the Gregorian one in English."""
    return Sentence(roc_date(day), english_date(day))


def said_year(year: int) -> Sentence:
    """A Gregorian year for a sentence: ``民國114年`` (``西元1911年`` and before), ``2025``."""
    roc = roc_year(year)
    return Sentence(f"民國{roc}年" if roc > 0 else f"西元{year}年", str(year))


_WIDTH = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
_NUMBER = r"[0-9]{1,2}|[〇零一二三四五六七八九十]{1,3}"
_LONG = re.compile(
    r"(?:(?:中華)?民國(?P<before>前)?(?P<era_year>[0-9]{1,4}|[〇零一二三四五六七八九十百元]{1,5})|(?P<year>[0-9]{1,3}))年"
    rf"(?P<month>{_NUMBER})月(?P<day>{_NUMBER})日"
)
_SHORT = re.compile(
    r"(?:民國)?(?P<before>-)?(?P<year>[0-9]{1,3})(?P<mark>[./-])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
)


def parse_roc(text: str) -> date:
    """The day a ROC text names.

    ``民國114年11月24日``, ``114.11.24``, ``114/11/24``, ``中華民國一百十四年十一月二十四日`` and
    ``民國前1年12月31日`` are read; spaces and full-width digits do not matter. A year of four digits is only
    read behind 民國, so that a Gregorian date is never taken for a ROC one.

    Raises:
        ValueError: when the text is no ROC date or there is no such day.
    """
    plain = "".join(text.split()).translate(_WIDTH)
    match = _LONG.fullmatch(plain) or _SHORT.fullmatch(plain)
    try:
        year, month, day = _numbers(match.groupdict() if match else {})
    except (KeyError, ValueError):
        message = f"{text!r} 不是民國日期（例如 民國114年11月24日） / is no ROC date such as 114.11.24"
        raise ValueError(message) from None
    return _day(text, year, month, day)


def _numbers(parts: Mapping[str, str | None]) -> tuple[int, int, int]:
    year = _number(parts.get("era_year") or parts["year"])
    return -year if parts["before"] else year, _number(parts["month"]), _number(parts["day"])


def _number(text: str | None) -> int:
    if text is None:
        raise ValueError
    return int(text) if text.isdecimal() else numeral(text)


def _day(text: str, year: int, month: int, day: int) -> date:
    """The day of a ROC year; negative years are those before the Republic, and there is no year 0."""
    if year == 0:
        message = f"{text!r}：民國沒有 0 年 / there is no ROC year 0"
        raise ValueError(message)
    try:
        return date(OFFSET + year + (year < 0), month, day)
    except ValueError:
        message = f"{text!r}：曆法上沒有這一天 / there is no such day"
        raise ValueError(message) from None
