"""Counting snapshots in the background, some technologies at a time; what is broken off goes on where it stopped."""

import logging

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.watch.models import Run
from coretech.apps.watch.operations.compute_indicators import compute_indicators
from coretech.kit.refusal import Refused
from coretech.law.access import Role, Standing

_log = logging.getLogger(__name__)


def count_waiting() -> int:
    """Carry every run that waits to its end, the oldest first, for the Office; says how many came there."""
    waiting = Run.objects.filter(state=Run.State.WAITING).order_by("pk")
    return sum(_counted(key) for key in list(waiting.values_list("pk", flat=True)))


def _counted(key: int) -> bool:
    rows = Run.objects.filter(pk=key)
    office = Standing(frozenset({Role.PUBLIC, Role.OFFICE}))
    try:
        while rows.filter(state=Run.State.WAITING).exists():
            compute_indicators(Acting(at=now(), username="system", standing=office, via="job"), key)
    except Refused as refused:  # held, or counted to its end by somebody else, while this waited for its turn
        _log.info("run %s is not counted here: %s", key, refused.sentence.en)
    return rows.filter(state=Run.State.DONE).exists()
