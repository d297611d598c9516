"""Adding a seat to a body, and setting up the bodies the Office appoints to."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from coretech.apps.bodies.operations import add_seat
from coretech.apps.bodies.operations.set_up_body import set_up_body
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.bodies.forms import SeatForm
from coretech.web.sending import attempt, done, draw, row_of, sent

_ADDED = Sentence("席位已新增。接著請聘（派）任人員。", "The seat is added. Next, appoint somebody to it.")
_SET_UP = Sentence("已設立。接著請新增席位。", "It is set up. Next, add its seats.")


@require_http_methods(["GET", "HEAD", "POST"])
def seat_new(request: HttpRequest, body_id: int) -> HttpResponse:
    """The seat's category or group, and whom it represents."""
    by = acting(request)
    body = add_seat.check(by, body_id)
    form = SeatForm(sent(request), body, by.today)
    act = attempt(form, lambda: add_seat.add_seat(by, body.pk, form.seat()))
    if act is not None:
        return done(request, _ADDED, "seat", row_of(act))
    return draw(request, "bodies/seat_new.jinja", {"form": form, "body": body}, form)


@require_POST
def body_new(request: HttpRequest) -> HttpResponse:
    """Set up the council or the advisers."""
    by = acting(request)
    act = once(lambda: set_up_body(by, request.POST.get("kind", "")))
    return done(request, _SET_UP, "body", row_of(act))
