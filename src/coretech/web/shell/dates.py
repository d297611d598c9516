"""Dates and times as a page shows them: both calendars, and the clock of Taipei."""

import datetime as dt
from zoneinfo import ZoneInfo

from markupsafe import Markup

from coretech.kit.roc import english_date, roc_date, roc_year
from coretech.web.shell.words import tr

TAIPEI = ZoneInfo("Asia/Taipei")


def words_of_date(day: dt.date) -> str:
    """The day in both calendars: ``民國114年11月24日（2025-11-24）`` or ``24 November 2025 (ROC 114)``."""
    year = roc_year(day.year)
    republic = f" (ROC {year})" if year > 0 else ""
    return tr(f"{roc_date(day)}（{day.isoformat()}）", f"{english_date(day)}{republic}")


def both_dates(when: dt.date | dt.datetime) -> Markup:
    """A ``<time>`` element with the day in both calendars and, for a moment, the time in Taipei.

    Raises:
        ValueError: for a moment without a time zone, which would be another day elsewhere.
    """
    if not isinstance(when, dt.datetime):
        return _element(when.isoformat(), words_of_date(when))
    if when.tzinfo is None:
        message = f"a moment needs its time zone: {when.isoformat()}"
        raise ValueError(message)
    local = when.astimezone(TAIPEI)
    clock = local.strftime("%H:%M")
    return _element(
        local.isoformat(timespec="minutes"), f"{words_of_date(local.date())}{tr(' ', ', ')}{clock}"
    )


def _element(machine: str, words: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(machine, words)
