"""Appointing somebody to a seat, or filling its vacancy: asked, checked, confirmed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.models import Act
from coretech.apps.bodies.appointing import Placed
from coretech.apps.bodies.models import Seat
from coretech.apps.bodies.operations import appoint, fill_vacancy
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.bodies.answers import Dialogue, Shown, hold_dialogue
from coretech.web.bodies.forms import TermForm
from coretech.web.bodies.words import CONVENING, seat_name
from coretech.web.sending import done
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import say

_METHODS = ["GET", "HEAD", "POST"]
_MADE = Sentence("聘（派）任已登錄。", "The appointment is recorded.")
_FILLED = Sentence("補任已登錄。", "The vacancy is filled.")
_FILLING = Sentence(
    "委員任期內出缺，補任至原任期屆滿之日止（第3條第3項）。",
    "A vacancy within a term is filled to the end of that term (art. 3(3)).",
)


@require_http_methods(_METHODS)
def seat_appoint(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Appoint for a term."""
    by = acting(request)
    seat = appoint.check(by, seat_id)
    form = TermForm(request.POST or None, seat)
    dialogue = Dialogue(
        body=seat.body,
        title=_title(seat, "聘（派）任", "appoint somebody"),
        foresee=lambda: appoint.foresee(by, seat.pk, form.nomination()),
        show=placed_shown,
        write=lambda: appoint.appoint(by, seat.pk, form.nomination()),
        done=to_body(request, seat, _MADE),
    )
    return hold_dialogue(request, form, dialogue)


@require_http_methods(_METHODS)
def vacancy_fill(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """Fill the vacancy of a seat that was left early."""
    by = acting(request)
    left = fill_vacancy.check(by, appointment_id)
    form = TermForm(request.POST or None, left.seat, fills=True)
    dialogue = Dialogue(
        body=left.seat.body,
        title=_title(left.seat, "補任", "fill the vacancy"),
        foresee=lambda: fill_vacancy.foresee(by, left.pk, form.nomination()),
        show=placed_shown,
        write=lambda: fill_vacancy.fill_vacancy(by, left.pk, form.nomination()),
        done=to_body(request, left.seat, _FILLED),
        lead=_FILLING,
    )
    return hold_dialogue(request, form, dialogue)


def placed_shown(placed: Placed) -> Shown:
    """An appointment that would be made, as the check page shows it."""
    made = placed.appointment
    rows: list[tuple[Sentence, object]] = [
        (Sentence("席位", "Seat"), say(seat_name(made.seat))),
        (Sentence("人員", "Person"), say(made.person.name)),
        (Sentence("就任日", "First day"), both_dates(made.start)),
        (Sentence("任期末日", "Last day"), both_dates(made.end)),
    ]
    if made.post is not None:
        rows.append((Sentence("本職", "Post"), say(made.post)))
    if made.convenes_as:
        words = CONVENING[type(made).Convening(made.convenes_as)]
        rows.append((Sentence("召集人的職務", "Convenes as"), say(words)))
    return Shown(rows, placed.rulings, placed.warnings)


def to_body(request: HttpRequest, seat: Seat, what: Sentence) -> Callable[[Act], HttpResponse]:
    """Back to the board, saying what was done."""
    return lambda _act: done(request, what, "body", seat.body_id)


def _title(seat: Seat, zh: str, en: str) -> Sentence:
    name = seat_name(seat)
    return Sentence(f"{name.zh}：{zh}", f"{name.en}: {en}")
