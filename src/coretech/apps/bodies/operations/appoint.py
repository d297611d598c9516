"""Appointing somebody to a seat (arts. 3(1), 3(3), 4(2), 4(3), 8(2))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.bodies.appointing import Placed, place
from coretech.apps.bodies.finding import find_seat
from coretech.apps.bodies.models import Seat
from coretech.apps.bodies.nomination import Nomination
from coretech.apps.bodies.powers import allow_on
from coretech.law.access import Action


def check(by: Acting, seat_id: int) -> Seat:
    """The seat, where this person appoints to its body."""
    seat = find_seat(by, seat_id)
    allow_on(by, seat.body, Action.APPOINT)
    return seat


def foresee(by: Acting, seat_id: int, given: Nomination) -> Placed:
    """What the appointment would be, with the law's word and every warning; nothing is written."""
    return rehearsed(lambda: place(check(by, seat_id), given))


@operation
def appoint(by: Acting, seat_id: int, given: Nomination) -> Act:
    """Appoint somebody for a term; where the council's seat was left early, only for the rest of that term."""
    placed = place(check(by, seat_id), given)
    return record(
        by,
        "appointment.made",
        placed.appointment.subject,
        public=placed.public(),
        confidential=placed.confidential(),
    )
