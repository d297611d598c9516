"""Asking: a page of what to know first, one question a page, check the answers, send."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import secret_of
from coretech.apps.audit.models import Act
from coretech.apps.inventory.asked.receiving import answer_due
from coretech.apps.inventory.operations.send_request import Asked, send_request
from coretech.apps.register.asked import listed_item
from coretech.web.acting import acting
from coretech.web.requests.flow import Page, Whole, question_in, walk
from coretech.web.requests.words import UNSURE
from coretech.web.sending import attempt, draw

_SEND = "send"


@never_cache  # each drawing of the last page has a key of its own; a kept copy would send a second request under it
@require_http_methods(["GET", "HEAD", "POST"])
def request_new(request: HttpRequest) -> HttpResponse:
    """Opened: what to know first. Posted: the next question, the check page, or the request sent. Public."""
    by = acting(request)
    if request.method != "POST":
        context = {"due": answer_due(by.today), "question": question_in(request.GET)}
        return render(request, "requests/start.jinja", context)
    found = walk(by, request.POST)
    if isinstance(found, Page):
        return _question(request, found)
    if request.POST.get("step") == _SEND and (act := attempt(found.last, lambda: _send(by, found))):
        return redirect("request_followed", secret_of(act.subject))
    return draw(request, "requests/check.jinja", {"whole": found, "form": found.last}, found.last)


def _question(request: HttpRequest, page: Page) -> HttpResponse:
    return draw(request, "requests/question.jinja", {"page": page, "form": page.form}, page.form)


def _send(by: Acting, whole: Whole) -> Act:
    said = whole.said
    version = listed_item(int(said["item"]), by.today) if "item" in said else None
    return send_request(
        by,
        Asked(
            kind=said["kind"],
            technology=None if version is None else version.item.technology_id,
            aspect="" if version is None or said["wish"] == UNSURE else said["wish"],
            authority=said["authority"] if version is None else version.authority.code,
            sender=said["sender"],
            organisation=said["organisation"],
            contact=said["contact"],
            text=said["text"],
        ),
    )
