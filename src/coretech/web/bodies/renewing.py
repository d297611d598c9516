"""Renewing somebody for another term."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.bodies.operations import renew
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.bodies.answers import Dialogue, hold_dialogue
from coretech.web.bodies.appointing import placed_shown, to_body
from coretech.web.bodies.forms import RenewalForm
from coretech.web.bodies.words import seat_name

_RENEWED = Sentence("續聘（派）已登錄。", "The renewal is recorded.")
_LEAD = Sentence(
    "下一任自本任期屆滿翌日起；連任以一次為限，代表機關（構）者與諮詢委員不受限（第3條、第4條）。",
    "The next term begins the day after this one. There is one renewal, except for representatives and advisers "
    "(arts. 3 and 4).",
)


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_renew(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """The next term in the same seat, checked and confirmed."""
    by = acting(request)
    held = renew.check(by, appointment_id)
    form = RenewalForm(request.POST or None)
    seat, who = seat_name(held.seat), held.person.name
    dialogue = Dialogue(
        body=held.seat.body,
        title=Sentence(f"{seat.zh}{who.zh}：續聘（派）", f"{seat.en}, {who.en}: renew"),
        foresee=lambda: renew.foresee(by, held.pk, renew.Again(**form.cleaned_data)),
        show=placed_shown,
        write=lambda: renew.renew(by, held.pk, renew.Again(**form.cleaned_data)),
        done=to_body(request, held.seat, _RENEWED),
        lead=_LEAD,
    )
    return hold_dialogue(request, form, dialogue)
