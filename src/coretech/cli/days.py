"""Days as people write them: the Gregorian calendar or the Republic's, and none that does not exist."""

import datetime as dt
from typing import Annotated

import typer

from coretech.kit.days import parse_day
from coretech.kit.refusal import Refused, bad_input

EXAMPLE = "2025-11-24, 114-11-24"


def day_of(text: str) -> dt.date:
    """The day a text names: four digits are a Gregorian year, fewer a ROC one; 民國114年11月24日 as well.

    Raises:
        Refused: (HTTP 422) for a text that is no day, and for a day the calendar does not have.
    """
    try:
        return parse_day(text)
    except ValueError:
        raise _no_day(text) from None


def _no_day(text: str) -> Refused:
    return bad_input(
        "date",
        f"「{text}」不是曆法上有的日期；請寫成 2025-11-24 或 114-11-24。",
        f"“{text}” is no day of the calendar; write 2025-11-24, or 114-11-24 in the ROC calendar.",
    )


Day = Annotated[dt.date, typer.Option(parser=day_of, metavar="DATE", help=f"日期 / a day: {EXAMPLE}")]
DayIfAny = Annotated[
    dt.date | None,
    typer.Option(
        parser=day_of, metavar="DATE", help=f"日期（預設今天） / a day; today by default: {EXAMPLE}"
    ),
]
DayArgument = Annotated[dt.date, typer.Argument(parser=day_of, metavar="DATE", help=EXAMPLE)]
