"""What a play is made of: scenes, each a step by one account on a day, and what came of it."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.kit.refusal import Because, Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

PUBLIC = ""
"""The account of whoever acts without one."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a scene: the acts, the rulings they rest on, and what the law closed before they were possible."""

    acts: Sequence[Act]
    rulings: Sequence[Because] = ()
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One step of the way.

    ``day`` is the earliest day it is played on; ``done`` tells from the records whether it lies behind, so that an
    interrupted play goes on where it stopped.
    """

    name: Sentence
    account: str
    action: Action
    day: Callable[[], dt.date]
    done: Callable[[], bool]
    run: Callable[[Acting], Came]


def on(year: int, month: int, day: int) -> Callable[[], dt.date]:
    """A scene's day that depends on nothing."""
    fixed = dt.date(year, month, day)
    return lambda: fixed
