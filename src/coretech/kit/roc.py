"""The calendar of the Republic of China: year 1 is 1912, months and days are the Gregorian ones."""

import re
from datetime import date

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

_LONG = re.compile(
    r"(?:中華民國|民國)?(?P<before>前)?(?P<year>\d{1,4}|元)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
_SHORT = re.compile(r"(?:民國)?(?P<before>-)?(?P<year>\d{1,4})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})")


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


def parse_roc(text: str) -> date:
    """The day a ROC text names: ``民國114年11月24日``, ``114.11.24``, ``114/11/24``, ``民國前1年12月31日``.

    Spaces and full-width digits do not matter; 元年 is year 1.

    Raises:
        ValueError: when the text is no ROC date or there is no such day.
    """
    plain = "".join(text.split()).translate(_DIGITS)
    match = _LONG.fullmatch(plain) or _SHORT.fullmatch(plain)
    if match is None:
        message = f"{text!r} 不是民國日期（例如 民國114年11月24日） / is no ROC date such as 114.11.24"
        raise ValueError(message)
    return _day(text, match)


_DIGITS = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")


def _day(text: str, match: re.Match[str]) -> date:
    number = 1 if match["year"] == "元" else int(match["year"])
    if number == 0:
        message = f"{text!r}：民國沒有 0 年 / there is no ROC year 0"
        raise ValueError(message)
    year = OFFSET + 1 - number if match["before"] else OFFSET + number
    try:
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        message = f"{text!r}：曆法上沒有這一天 / there is no such day"
        raise ValueError(message) from None
