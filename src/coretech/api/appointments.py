"""Appointments to seats: making, ending, filling and renewing them."""

from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import NO_NUL, AddressNumber, Count, Day, Given, Id
from coretech.apps.bodies.finding import find_appointment, find_body, seat_numbered
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.nomination import NewPerson, Nomination
from coretech.apps.bodies.operations.add_seat import add_seat
from coretech.apps.bodies.operations.appoint import appoint
from coretech.apps.bodies.operations.end_appointment import end_appointment
from coretech.apps.bodies.operations.fill_vacancy import fill_vacancy
from coretech.apps.bodies.operations.renew import Again, renew
from coretech.apps.bodies.seating import NewSeat
from coretech.kit.refusal import bad_input

to_body = Router(tags=["bodies"])
"""What is made under a body: its seats, and appointments to them."""

router = Router(tags=["bodies"])
"""What becomes of an appointment."""

Name = Annotated[str, StringConstraints(strict=True, max_length=80, pattern=NO_NUL)]
EnglishPost = Annotated[str, StringConstraints(strict=True, max_length=120, pattern=NO_NUL)]
AgencyCode = Annotated[str, StringConstraints(strict=True, max_length=24, pattern=r"^[a-z0-9_-]*$")]
Why = Literal["post", "resigned", "relieved", "died"]
ConvenesAs = Literal["", "minister", "deputy_minister", "head", "staff_delegate", "outside_delegate"]


class SeatGiven(Given):
    """A seat: a category on the council, a group on a panel, and the agency a representative comes from."""

    number: Count | None = None
    category: Count | None = None
    group: Literal["", "agency", "expert", "industry"] = ""
    convener: bool = False
    represents: AgencyCode = ""


class WhoGiven(Given):
    """The person by number, or the name of somebody new; and the post behind the seat."""

    person: Id | None = None
    name_zh: Name = ""
    name_en: Name = ""
    post_zh: Name = ""
    post_en: EnglishPost = ""
    convenes_as: ConvenesAs = ""
    start: Day


class TermGiven(WhoGiven):
    """Somebody for a term; a full one where no end is given."""

    end: Day | None = None


class EndingGiven(Given):
    """The last day served, and why the seat was left."""

    left_on: Day
    why: Why


class RenewalGiven(Given):
    """Another term; a full one where no end is given, with the same post where none is."""

    end: Day | None = None
    post_zh: Name = ""
    post_en: EnglishPost = ""


@to_body.post("/{body_id}/seats", response=WRITTEN, summary="新增席位 / Add a seat")
def add_a_seat(request: HttpRequest, body_id: AddressNumber, given: SeatGiven) -> Status[Done]:
    """Add a seat to a body (arts. 3(1), 4(2), 8(2))."""
    body = find_body(acting(request), body_id)
    seat = NewSeat(**given.model_dump())
    return written(request, lambda by: add_seat(by, body.pk, seat), _place(body))


@to_body.post("/{body_id}/seats/{number}/appointments", response=WRITTEN, summary="聘（派）任 / Appoint")
def appoint_somebody(
    request: HttpRequest, body_id: AddressNumber, number: AddressNumber, given: TermGiven
) -> Status[Done]:
    """Appoint somebody for a term; the law refuses terms that are too long or one renewal too many (art. 3(3))."""
    seat = seat_numbered(acting(request), body_id, number)
    nomination = _nomination(given, given.end)
    return written(request, lambda by: appoint(by, seat.pk, nomination), _place(seat.body))


@router.post("/{appointment_id}/ending", response=WRITTEN, summary="離任 / Leaving")
def end_an_appointment(
    request: HttpRequest, appointment_id: AddressNumber, given: EndingGiven
) -> Status[Done]:
    """Enter the last day served and why; representatives leave with their post (art. 3(3))."""
    held = find_appointment(acting(request), appointment_id)
    place = _place(held.seat.body)
    return written(request, lambda by: end_appointment(by, held.pk, given.left_on, given.why), place)


@router.post("/{appointment_id}/fill", response=WRITTEN, summary="補任 / Fill the vacancy")
def fill_a_vacancy(request: HttpRequest, appointment_id: AddressNumber, given: WhoGiven) -> Status[Done]:
    """Fill the council's seat that was left early, to the end of that term (art. 3(3))."""
    left = find_appointment(acting(request), appointment_id)
    nomination = _nomination(given, None)
    return written(request, lambda by: fill_vacancy(by, left.pk, nomination), _place(left.seat.body))


@router.post("/{appointment_id}/renewal", response=WRITTEN, summary="續聘（派） / Renew")
def renew_an_appointment(
    request: HttpRequest, appointment_id: AddressNumber, given: RenewalGiven
) -> Status[Done]:
    """Appoint the same person to the same seat for the next term (arts. 3(3), 4(3))."""
    held = find_appointment(acting(request), appointment_id)
    again = Again(given.end, given.post_zh, given.post_en)
    return written(request, lambda by: renew(by, held.pk, again), _place(held.seat.body))


def _nomination(given: WhoGiven, end: Day | None) -> Nomination:
    if given.person is not None and given.name_zh:
        raise bad_input(
            "person", "人員編號與新人員姓名請擇一填寫。", "Give a person's number or a new name, not both."
        )
    return Nomination(
        person=NewPerson(given.name_zh, given.name_en) if given.person is None else given.person,
        start=given.start,
        end=end,
        post_zh=given.post_zh,
        post_en=given.post_en,
        convenes_as=given.convenes_as,
    )


def _place(body: Body) -> str:
    return reverse("api:show_body", kwargs={"body_id": body.pk})
