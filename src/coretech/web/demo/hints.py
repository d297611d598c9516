"""One thing to do next in the demonstration: who, what, where, and why it may still be closed."""

from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.bodies.players import Player
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Role


@dataclass(frozen=True, slots=True)
class Hint:
    """A step to take; ``player`` is None where anybody may, without signing in."""

    what: Sentence
    player: Player | None
    page: str
    arguments: tuple[object, ...] = ()
    refusal: Refused | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a matter stands, and the hint for it."""

    title: Sentence
    state: Sentence
    hint: Hint


def holding(cast: Iterable[Player], role: Role, agency: str | None = None) -> list[Player]:
    """The players that hold a role, of one agency where it is named."""
    return [
        each
        for each in cast
        if role in each.acting.standing.roles and (agency is None or agency in each.acting.standing.agencies)
    ]
