"""A seat: everybody who held it, and the steps that are open on it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.finding import find_seat
from coretech.apps.bodies.holding import last_day, vacated
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.operations import appoint
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.bodies.words import LEAVING, part_of, seat_name
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, upfirst

COLUMNS = (
    Column(Sentence("在任者", "Held by")),
    Column(Sentence("起", "From")),
    Column(Sentence("迄", "To")),
    Column(Sentence("說明", "Note")),
)
_APPOINT = Sentence("聘（派）任", "Appoint somebody")


@dataclass(frozen=True, slots=True)
class Step:
    """A button on the page."""

    words: Sentence
    href: str


@require_safe
def seat(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The seat's holders, newest first."""
    by = acting(request)
    found = find_seat(by, seat_id)
    held = list(found.appointments.select_related("person").order_by("-start"))
    may = refusal_of(appoint.check, by, found.pk) is None
    context = {
        "seat": found,
        "body": found.body,
        "name": seat_name(found),
        "facts": _facts(found, by),
        "columns": COLUMNS,
        "rows": [(each, last_day(each), _note(each)) for each in held],
        "steps": _steps(found, held, by) if may else [],
    }
    return render(request, "bodies/seat.jinja", context)


def _facts(found: Seat, by: Acting) -> list[tuple[Sentence, str]]:
    part, represents = part_of(found), found.represents
    rows = [] if part is None else [(Sentence("類別", "Category"), upfirst(say(part)))]
    if represents is not None:
        rows.append((Sentence("代表機關（構）", "Represents"), say(represents.name_on(by.today))))
    return rows


def _note(held: Appointment) -> Sentence:
    made = (
        Sentence("聘（派）任", "Appointed") if held.fills_id is None else Sentence("補任", "Filled a vacancy")
    )
    if held.left_on is None:
        return made
    left = LEAVING[Appointment.Leaving(held.left_why)]
    return Sentence(f"{made.zh}；{left.zh}", f"{made.en}; {left.en}")


def _steps(found: Seat, held: list[Appointment], by: Acting) -> list[Step]:
    """What somebody who appoints may go on to: fill or appoint where it is vacant, renew or end where it is held."""
    newest = held[0] if held else None
    left = vacated(found, by.today) if found.body.kind == Body.Kind.COUNCIL else None
    steps = []
    if newest is not None and newest.left_on is None:
        if last_day(newest) >= by.today:
            ending = reverse("appointment_end", args=[newest.pk])
            steps.append(Step(Sentence("登錄離任", "Enter that the seat is left"), ending))
        steps.append(
            Step(Sentence("續聘（派）一任", "Renew"), reverse("appointment_renew", args=[newest.pk]))
        )
    if left is not None:
        steps.append(
            Step(Sentence("補任至原任期屆滿", "Fill the vacancy"), reverse("vacancy_fill", args=[left.pk]))
        )
    else:
        words = Sentence("聘（派）下一任", "Appoint the next holder") if steps else _APPOINT
        steps.append(Step(words, reverse("seat_appoint", args=[found.pk])))
    return steps
