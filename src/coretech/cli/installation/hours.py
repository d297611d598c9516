"""Options that say at what hour and for how long."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.meetings.calling import parse_clock
from coretech.kit.refusal import bad_input


def _clock(text: str) -> dt.time:
    try:
        return parse_clock(text)
    except ValueError:
        raise bad_input(
            "begins_at",
            f"「{text}」不是時間；請寫成 14:00。",
            f"“{text}” is no time of day; write it as 14:00.",
        ) from None


BeginsAt = Annotated[
    dt.time | None,
    typer.Option("--begins-at", parser=_clock, metavar="HH:MM", help="開始時間 / when it begins"),
]
Minutes = Annotated[
    int | None, typer.Option("--minutes", metavar="N", help="預計分鐘數 / for how many minutes")
]
