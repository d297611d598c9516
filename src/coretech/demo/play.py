"""Playing the real change: each scene by the right account, on its day, through the same operations as by hand."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.apps.audit.clock import now, set_demo_day
from coretech.demo import (
    agency_scenes,
    consultation_scenes,
    council_scenes,
    duty_scenes,
    minutes_scenes,
    publication_scenes,
    request_scenes,
    vote_scenes,
)
from coretech.demo.acting import acting_as
from coretech.demo.scene import Came, Scene
from coretech.kit.refusal import Because
from coretech.law.access import Matter, who_may

SCENES: tuple[Scene, ...] = (
    *duty_scenes.BEGINNING,
    *agency_scenes.FINDING,
    *request_scenes.SCENES,
    *consultation_scenes.SCENES,
    *agency_scenes.SCENES,
    *duty_scenes.SCENES,
    *council_scenes.SCENES,
    *vote_scenes.SCENES,
    *minutes_scenes.SCENES,
    *publication_scenes.SCENES,
)


@dataclass(frozen=True, slots=True)
class Played:
    """A scene that has been played: its place among all of them, its day, and what came of it."""

    place: int
    scene: Scene
    day: dt.date
    permission: Because
    came: Came


def play() -> Iterator[Played]:
    """Play every scene that does not lie behind yet, one at each step of the iterator.

    The clock of the demonstration goes forward to each scene's day and never back. Stopping anywhere loses nothing:
    the next play finds from the records where to go on.

    Raises:
        Refused: where something done by hand has taken a case where the play cannot follow.
    """
    for place, scene in enumerate(SCENES, start=1):
        if not scene.done():
            yield _played(place, scene)


def _played(place: int, scene: Scene) -> Played:
    day = scene.day()
    if day > now().date():
        set_demo_day(day)
    by = acting_as(scene.account)
    permission = who_may(scene.action, by.standing, Matter(agencies=by.standing.agencies), by.today)
    return Played(place, scene, by.today, permission, scene.run(by))
