"""One request as its authority and the Office see it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.operations import open_case
from coretech.apps.inventory.asked.requests import discretion, find_request
from coretech.apps.inventory.operations import decide_request
from coretech.apps.register.asked import listed_technologies
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.requests.rows import sender_rows, what_rows
from coretech.web.requests.words import state_of
from coretech.web.shell.dates import both_dates


@require_safe
def request_shown(request: HttpRequest, request_number: str) -> HttpResponse:
    """What was asked and by whom, what the law says, and the decision or the way to it."""
    by = acting(request)
    found = find_request(by, request_number)
    candidate = found.candidate
    case = getattr(candidate, "case", None)
    opening = None if candidate is None or case else refusal_of(open_case.check, by, candidate)
    context = {
        "found": found,
        "state": state_of(found, by.today),
        "rows": [
            *what_rows(found, listed_technologies(by.today), by.today),
            *sender_rows(found),
            (Sentence("收件", "Received"), both_dates(found.received_at)),
            (Sentence("預定回覆期限", "To be answered by"), both_dates(found.answer_due)),
        ],
        "ruling": discretion(found, by.today),
        "closed": refusal_of(decide_request.check, by, found),
        "case": case,
        "opening": opening,
    }
    return render(request, "requests/request.jinja", context)
