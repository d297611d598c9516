"""Adding a seat to a body (arts. 3(1), 4(2), 8(2))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.finding import find_body
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.powers import allow_on
from coretech.apps.bodies.seating import NewSeat, make_seat
from coretech.law.access import Action


def check(by: Acting, body_id: int) -> Body:
    """The body, where this person appoints to it."""
    body = find_body(by, body_id)
    allow_on(by, body, Action.APPOINT)
    return body


@operation
def add_seat(by: Acting, body_id: int, given: NewSeat) -> Act:
    """Add a seat; nobody holds it yet."""
    body = check(by, body_id)
    hold(f"body:{body.pk}")
    seat = make_seat(body, given, by.today)
    public = {
        "body": body.pk,
        "number": seat.number,
        "category": seat.category,
        "group": seat.group,
        "convener": seat.convener,
        "represents": given.represents,
    }
    return record(by, "seat.added", f"seat/{seat.pk}", public=public)
