"""Whoever meets on the plans an agency controls: a seat for each agency called, held by somebody who serves it."""

import datetime as dt

from django.db.models import Q

from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.queries import appointments_on, posted_at
from coretech.apps.people.models import Agency, Person, Posting
from coretech.kit.refusal import bad_input

_YEARS = 2
"""How long a representative is named for; calling the agency again names one anew."""


def is_coordination(body: Body) -> bool:
    """Whether the body coordinates plans, and so meets by consent and outside the regulation."""
    return body.kind == Body.Kind.COORDINATION


def coordination_body(controller: Agency, day: dt.date) -> Body:
    """The body in which an agency coordinates the plans it controls; made the first time it is asked for."""
    name = controller.name_on(day)
    body, _ = Body.objects.select_related("agency").get_or_create(
        kind=Body.Kind.COORDINATION,
        agency=controller,
        defaults={
            "name_zh": f"{name.zh}計畫協調專案會議",
            "name_en": f"Coordination meeting of the {name.en}",
        },
    )
    return body


def served_agencies(day: dt.date) -> frozenset[str]:
    """The agencies that can be called, by code: those that an officer serves on a day."""
    running = Posting.objects.filter(Q(end=None) | Q(end__gte=day), start__lte=day)
    codes = running.filter(kind=Posting.Kind.OFFICER).values_list("agency__code", flat=True)
    return frozenset(codes)


def seat_chair(body: Body, person: Person, day: dt.date, on: dt.date) -> Appointment:
    """The chair's seat, which is the controlling agency's; a person who controls there keeps it."""
    return _seated(body, body.agency, Posting.Kind.CONTROLLER, person, day, on)


def seat_agency(body: Body, agency: Agency, day: dt.date, on: dt.date) -> Appointment:
    """An agency's seat on the day of a meeting: its representative stays while serving it, else an officer follows.

    Raises:
        Refused: (HTTP 422) where nobody serves the agency who could be called.
    """
    seated = appointments_on(body, on).values("person")
    posts = posted_at([agency.pk], on).filter(kind=Posting.Kind.OFFICER).exclude(person__in=seated)
    post = posts.order_by("start", "pk").first()
    person = None if post is None else post.person
    return _seated(body, agency, Posting.Kind.OFFICER, person, day, on)


def _seated(  # noqa: PLR0913, PLR0917 - whose seat, who may hold it, and the two days
    body: Body, agency: Agency, kind: Posting.Kind, person: Person | None, day: dt.date, on: dt.date
) -> Appointment:
    seat = _seat(body, agency)
    held = appointments_on(body, on).filter(seat=seat).first()
    if held is not None and posted_at([agency.pk], on).filter(person=held.person_id, kind=kind).exists():
        return held
    if person is None:
        name = agency.name_on(on)
        raise bad_input(
            "agencies",
            f"{name.zh}當日沒有登錄承辦人，無從通知；請先登錄。",
            f"Nobody is posted at the {name.en} as an officer on that day; post somebody first.",
        )
    if held is not None:
        held.left_on, held.left_why = day - dt.timedelta(days=1), Appointment.Leaving.POST
        held.save(update_fields=["left_on", "left_why"])
    return Appointment.objects.create(
        seat=seat, person=person, start=day, end=dt.date(on.year + _YEARS, 12, 31)
    )


def _seat(body: Body, agency: Agency) -> Seat:
    found = body.seats.filter(represents=agency).first()
    if found is not None:
        return found
    last = body.seats.order_by("-number").first()
    return Seat.objects.create(
        body=body,
        number=1 if last is None else last.number + 1,
        represents=agency,
        convener=agency.pk == body.agency_id,
    )
