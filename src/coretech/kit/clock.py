"""The clock as an argument: what reads the time is given a clock, so that a test can stand still."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

TAIPEI = ZoneInfo("Asia/Taipei")


class Clock(Protocol):
    """Tells the time; a moment with its zone, never a bare one."""

    def now(self) -> datetime:
        """This moment."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock, read in Taipei's time."""

    def now(self) -> datetime:
        """This moment in Asia/Taipei."""
        return datetime.now(TAIPEI)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands at one moment.

    Raises:
        ValueError: when the moment has no zone.
    """

    moment: datetime

    def __post_init__(self) -> None:
        """Refuse a moment that could be anywhere."""
        if self.moment.tzinfo is None:
            message = "a moment needs its zone, such as Asia/Taipei"
            raise ValueError(message)

    def now(self) -> datetime:
        """The moment it stands at, in Asia/Taipei."""
        return self.moment.astimezone(TAIPEI)


def today(clock: Clock) -> date:
    """The day in Taipei, whatever the zone of the machine."""
    return clock.now().astimezone(TAIPEI).date()
