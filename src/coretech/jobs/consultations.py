"""What the calendar does to consultations: one reminder shortly before the last day, and the close after it."""

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import suppress

from coretech.apps.audit.clock import now
from coretech.apps.audit.models import Act
from coretech.apps.cases.consulting import REMINDED_BEFORE, silent_until, system
from coretech.apps.cases.operations.close_consultation import close_consultation
from coretech.apps.cases.operations.remind_stakeholder import remind_stakeholder
from coretech.kit.refusal import Refused

_DAY = dt.timedelta(days=1)


def remind_and_close() -> int:
    """Remind whoever has little time left, close what nobody answered in time; says how many acts that made.

    Somebody who was asked less than a day ago is not reminded.
    """
    by = system(now())
    soon = silent_until(by.today + REMINDED_BEFORE).filter(
        answer_by__gte=by.today, reminded_at=None, asked_at__lte=by.at - _DAY
    )
    over = silent_until(by.today - _DAY)
    return _each(soon.values_list("pk", flat=True), lambda pk: remind_stakeholder(by, pk)) + _each(
        over.values_list("pk", flat=True), lambda pk: close_consultation(by, pk)
    )


def _each(numbers: Iterable[int], run: Callable[[int], Act]) -> int:
    """Each by itself; one that somebody else has reminded or closed meanwhile is passed over."""
    done = 0
    for number in list(numbers):
        with suppress(Refused):
            run(number)
            done += 1
    return done
