"""Entering that a seat is left before the end of its term."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.bodies.leaving import Left
from coretech.apps.bodies.operations import end_appointment
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.bodies.answers import Dialogue, Shown, hold_dialogue
from coretech.web.bodies.appointing import to_body
from coretech.web.bodies.forms import LeavingForm
from coretech.web.bodies.words import LEAVING, seat_name
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import say

_LEFT = Sentence("離任已登錄。", "It is recorded that the seat is left.")
_LEAD = Sentence(
    "代表機關（構）者隨本職進退（第3條第3項）；任期自然屆滿者不必登錄。",
    "Whoever represents a body leaves with the post (art. 3(3)). A term that runs out needs no entry.",
)


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_end(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """The last day served and why, checked and confirmed."""
    by = acting(request)
    held = end_appointment.check(by, appointment_id)
    form = LeavingForm(request.POST or None)
    seat, who = seat_name(held.seat), held.person.name

    dialogue = Dialogue(
        body=held.seat.body,
        title=Sentence(f"{seat.zh}{who.zh}：登錄離任", f"{seat.en}, {who.en}: leaving"),
        foresee=lambda: end_appointment.foresee(
            by, held.pk, form.cleaned_data["left_on"], form.cleaned_data["why"]
        ),
        show=_shown,
        write=lambda: end_appointment.end_appointment(
            by, held.pk, form.cleaned_data["left_on"], form.cleaned_data["why"]
        ),
        done=to_body(request, held.seat, _LEFT),
        lead=_LEAD,
    )
    return hold_dialogue(request, form, dialogue)


def _shown(left: Left) -> Shown:
    held = left.appointment
    rows: list[tuple[Sentence, object]] = [
        (Sentence("人員", "Person"), say(held.person.name)),
        (Sentence("離任原因", "Why"), say(LEAVING[type(held).Leaving(held.left_why)])),
        (Sentence("原任期末日", "The term would end on"), both_dates(held.end)),
    ]
    if held.left_on is not None:
        rows.append((Sentence("最後在職日", "The last day served"), both_dates(held.left_on)))
    return Shown(rows, left.rulings, left.warnings)
