"""A body's whole record as rows that can be sent away and read back."""

from collections.abc import Iterator

from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.readers.seats.rows import SeatRow


def rows_of(body: Body) -> list[SeatRow]:
    """Every seat with every appointment ever made to it, by seat and start; a seat nobody held is a row as well."""
    seats = body.seats.select_related("represents").prefetch_related(
        "appointments__person", "appointments__fills"
    )
    return [row for seat in seats.order_by("number") for row in _rows(seat)]


def _rows(seat: Seat) -> Iterator[SeatRow]:
    held = sorted(seat.appointments.all(), key=lambda each: (each.start, each.pk))
    if not held:
        yield _row(seat, None)
    for appointment in held:
        yield _row(seat, appointment)


def _row(seat: Seat, held: Appointment | None) -> SeatRow:
    place = SeatRow(
        seat=seat.number,
        category=seat.category,
        group=seat.group,
        convener=seat.convener,
        represents="" if seat.represents is None else seat.represents.code,
    )
    return place if held is None else _held(place, held)


def _held(place: SeatRow, held: Appointment) -> SeatRow:
    return SeatRow(
        seat=place.seat,
        category=place.category,
        group=place.group,
        convener=place.convener,
        represents=place.represents,
        person=held.person_id,
        name_zh=held.person.name_zh,
        name_en=held.person.name_en,
        post_zh=held.post_zh,
        post_en=held.post_en,
        convenes_as=held.convenes_as,
        start=held.start,
        end=held.end,
        left_on=held.left_on,
        left_why=held.left_why,
        fills=None if held.fills is None else held.fills.start,
    )
