"""Renewing somebody in the same seat, from the day after the term (arts. 3(3), 4(3))."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.bodies.appointing import Placed, place
from coretech.apps.bodies.finding import find_appointment
from coretech.apps.bodies.holding import require_serving_later
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.nomination import Nomination
from coretech.apps.bodies.powers import allow_on
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


@dataclass(frozen=True, slots=True)
class Again:
    """Another term: its end where it is not a full one, and the post where it is another."""

    end: dt.date | None = None
    post_zh: str = ""
    post_en: str = ""


def check(by: Acting, appointment_id: int) -> Appointment:
    """The term to renew, where this person appoints to the body and it was served to its end."""
    held = find_appointment(by, appointment_id)
    allow_on(by, held.seat.body, Action.APPOINT)
    require_serving_later(held)
    if held.end == dt.date.max:
        raise wrong_state("任期已至曆法末日。", "The term runs to the last day of the calendar.")
    return held


def foresee(by: Acting, appointment_id: int, again: Again) -> Placed:
    """What the renewal would be, with the law's word and every warning; nothing is written."""
    return rehearsed(lambda: _place(check(by, appointment_id), again))


@operation
def renew(by: Acting, appointment_id: int, again: Again) -> Act:
    """Appoint the same person to the same seat for another term."""
    placed = _place(check(by, appointment_id), again)
    return record(
        by,
        "appointment.renewed",
        placed.appointment.subject,
        public=placed.public(),
        confidential=placed.confidential(),
    )


def _place(held: Appointment, again: Again) -> Placed:
    nomination = Nomination(
        person=held.person_id,
        start=held.end + dt.timedelta(days=1),
        end=again.end,
        post_zh=again.post_zh or held.post_zh,
        post_en=again.post_en or ("" if again.post_zh else held.post_en),
        convenes_as=held.convenes_as,
    )
    return place(held.seat, nomination)
