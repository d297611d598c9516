"""What a visitor of the demonstration finds at its start: a year of reports on plans, and returns of supplies."""

from django.db import transaction

from coretech.apps.audit.locks import hold
from coretech.demo import (
    crosswalk_scenes,
    evaluation_scenes,
    plan_scenes,
    plan_sequel_scenes,
    portfolio_scenes,
    supply_scenes,
    watch_scenes,
)
from coretech.demo.acting import acting_as
from coretech.demo.scene import Scene

SCENES: tuple[Scene, ...] = (
    plan_scenes.STEERING,
    *plan_scenes.YEAR_SCENES,
    *plan_sequel_scenes.SCENES,
    *evaluation_scenes.SCENES,
    *plan_scenes.GOING_ON,
    *supply_scenes.SCENES,
    *crosswalk_scenes.SCENES,
    *portfolio_scenes.SCENES,
    *watch_scenes.SCENES,
)


def is_furnished() -> bool:
    """Whether every scene lies behind."""
    return all(scene.done() for scene in SCENES)


def furnish() -> int:
    """Play what is not there yet, each scene whole or not at all; gives back how many were played.

    The clock does not move: the scenes stand on the day the demonstration opens on, or on the day it has come to.
    """
    return sum(_played(scene) for scene in SCENES)


@transaction.atomic
def _played(scene: Scene) -> bool:
    hold("demo.furnish")
    if scene.done():
        return False
    scene.run(acting_as(scene.account))
    return True
