"""Who acts, when, and on which request: the first argument of every operation."""

import datetime as dt
from dataclasses import dataclass, field

from coretech.kit.clock import TAIPEI
from coretech.law.access import Standing


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody acting at a moment.

    ``account_id`` is None for the public and for the system; ``once`` is the request's key: the same key twice is the
    same request twice, and only the first one writes. ``via`` names the way in where it was not by signing in, such as
    a command on the machine; the act keeps it.
    """

    at: dt.datetime
    account_id: int | None = None
    username: str = ""
    person_id: int | None = None
    standing: Standing = field(default_factory=Standing)
    once: str = ""
    via: str = ""

    @property
    def today(self) -> dt.date:
        """The day in Taipei."""
        return self.at.astimezone(TAIPEI).date()
