"""Bodies, seats and appointments as somebody may read them; a panel is read by its agency and its members.

Who meets to coordinate plans is no body of the regulation: its seats are seen on the pages of its meetings.
"""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.powers import allow_on, who_may_on
from coretech.apps.people.models import Agency
from coretech.kit.refusal import not_found
from coretech.law.access import Action, Matter, who_may

_LARGEST = 2**63 - 1


def visible_bodies(by: Acting) -> list[Body]:
    """The bodies somebody may read, the council first, then the Office, the advisers and the panels."""
    return [body for body in _bodies() if who_may_on(by, body, Action.READ_BODY).is_yes]


def find_body(by: Acting, body_id: int) -> Body:
    """A body by number.

    Raises:
        Refused: (HTTP 404) where there is none; (HTTP 403) where it is not for this reader.
    """
    body = _bodies().filter(pk=min(body_id, _LARGEST)).first()
    if body is None:
        raise not_found("沒有這個會議體。", "There is no such body.")
    allow_on(by, body, Action.READ_BODY)
    return body


def find_seat(by: Acting, seat_id: int) -> Seat:
    """A seat by its number in the installation (HTTP 404 and 403 as `find_body`)."""
    seat = Seat.objects.select_related("body__agency", "represents").filter(pk=min(seat_id, _LARGEST)).first()
    if seat is None:
        raise not_found("沒有這個席位。", "There is no such seat.")
    allow_on(by, seat.body, Action.READ_BODY)
    return seat


def seat_numbered(by: Acting, body_id: int, number: int) -> Seat:
    """A seat by its number on the body (HTTP 404 and 403 as `find_body`)."""
    body = find_body(by, body_id)
    seat = body.seats.filter(number=min(number, _LARGEST)).first()
    if seat is None:
        raise not_found(f"沒有第{number}席。", f"There is no seat {number}.")
    return find_seat(by, seat.pk)


def find_appointment(by: Acting, appointment_id: int) -> Appointment:
    """An appointment by number (HTTP 404 and 403 as `find_body`)."""
    found = Appointment.objects.select_related("seat__body__agency", "seat__represents", "person")
    held = found.filter(pk=min(appointment_id, _LARGEST)).first()
    if held is None:
        raise not_found("沒有這筆聘（派）任。", "There is no such appointment.")
    allow_on(by, held.seat.body, Action.READ_BODY)
    return held


def without_panel(by: Acting) -> list[Agency]:
    """The agencies whose panel somebody may form, and which have none yet."""
    have = Body.objects.filter(kind=Body.Kind.PANEL).values("agency")
    free = Agency.objects.exclude(pk__in=have).prefetch_related("names")
    return [agency for agency in free if _may_form(by, agency)]


def _may_form(by: Acting, agency: Agency) -> bool:
    matter = Matter(agencies=frozenset({agency.code}))
    return who_may(Action.APPOINT_TO_PANEL, by.standing, matter, by.today).is_yes


def _bodies() -> QuerySet[Body]:
    order = Case(
        *(When(kind=kind, then=Value(place)) for place, kind in enumerate(Body.Kind.values)),
        output_field=IntegerField(),
    )
    of_the_regulation = Body.objects.exclude(kind=Body.Kind.COORDINATION)
    return of_the_regulation.select_related("agency").order_by(order, "agency__code")
