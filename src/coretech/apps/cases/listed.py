"""What the list says of a technology now: cases stand below the register, so the register itself answers."""

from collections.abc import Callable
from dataclasses import dataclass

from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector, Technology


@dataclass(frozen=True, slots=True)
class Listed:
    """An item as it was last announced, whether or not its day has come."""

    number: int
    name_zh: str
    name_en: str
    scope_zh: str
    scope_en: str
    authority: Agency
    sector: Sector


Answer = Callable[[Technology], Listed | None]

_ANSWERS: list[Answer] = []


def answered_by(answer: Answer) -> None:
    """Let the register answer; called once, when its app is ready."""
    _ANSWERS[:] = [answer]


def listed(technology: Technology) -> Listed | None:
    """The item the technology is listed as, or None where it is not on the list, or no longer."""
    return _ANSWERS[0](technology)
