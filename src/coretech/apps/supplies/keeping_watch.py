"""Watching after each intake and every night, in the system's name."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.supplies.operations.watch_supplies import watch_supplies
from coretech.kit.refusal import Refused
from coretech.law.access import Role, Standing

_WATCH = Standing(frozenset({Role.PUBLIC, Role.OFFICE}))


def keep_watch(by: Acting, via: str) -> Act | None:
    """Open and close what is due at a moment; None where nothing is. ``via`` says what set it off."""
    system = Acting(at=by.at, username="system", standing=_WATCH, via=via)
    try:
        return watch_supplies(system)
    except Refused:
        return None
