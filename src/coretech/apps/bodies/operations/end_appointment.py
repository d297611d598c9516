"""Ending an appointment early: the post was left, or its holder resigned, was relieved or died (art. 3(3))."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.bodies.finding import find_appointment
from coretech.apps.bodies.holding import require_serving_later
from coretech.apps.bodies.leaving import Left, leave
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.law.access import Action


def check(by: Acting, appointment_id: int) -> Appointment:
    """The appointment, where this person appoints to its body and nobody has ended it."""
    held = find_appointment(by, appointment_id)
    allow_on(by, held.seat.body, Action.APPOINT)
    require_serving_later(held)
    return held


def foresee(by: Acting, appointment_id: int, left_on: dt.date, why: str) -> Left:
    """What leaving would mean for the body, with the law's word; nothing is written."""
    return rehearsed(lambda: leave(check(by, appointment_id), left_on, why))


@operation
def end_appointment(by: Acting, appointment_id: int, left_on: dt.date, why: str) -> Act:
    """Write the last day served and why; the record keeps the term as it was made."""
    left = leave(check(by, appointment_id), left_on, why)
    return record(
        by,
        "appointment.ended",
        left.appointment.subject,
        public=left.public(),
        confidential=left.confidential(),
    )
