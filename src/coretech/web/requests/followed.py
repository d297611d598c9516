"""The secret page of a request: where it stands and why, for whoever knows its address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coretech.apps.inventory.asked.requests import discretion, request_of_secret
from coretech.apps.register.asked import listed_technologies
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.requests.rows import what_rows
from coretech.web.requests.words import state_for_sender
from coretech.web.shell.dates import both_dates


@never_cache
@require_safe
def request_followed(request: HttpRequest, request_key: str) -> HttpResponse:
    """The receipt, later the decision with its reasons; nobody's name or address stands on it. Public by its key."""
    found, by = request_of_secret(request_key), acting(request)
    rows = [
        *what_rows(found, listed_technologies(by.today), by.today),
        (Sentence("收件", "Received"), both_dates(found.received_at)),
        (Sentence("預定回覆期限", "To be answered by"), both_dates(found.answer_due)),
    ]
    context = {
        "found": found,
        "state": state_for_sender(found),
        "rows": rows,
        "address": request.build_absolute_uri(request.path),
        "ruling": discretion(found, by.today),
    }
    response = render(request, "requests/followed.jinja", context)
    response["X-Robots-Tag"] = "noindex"
    return response
