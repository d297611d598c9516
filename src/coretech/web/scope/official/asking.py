"""Asking: a page of what to know first, one question a page, check the answers, send."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import secret_of
from coretech.apps.audit.models import Act
from coretech.apps.scope.operations.ask_question import Asked, ask_question
from coretech.apps.scope.queries import own_questions
from coretech.apps.scope.receiving import answer_due
from coretech.apps.scope.targets import NO_LAW
from coretech.web.acting import acting
from coretech.web.scope.official.flow import Page, Whole, walk
from coretech.web.scope.official.words import tags_of
from coretech.web.sending import attempt, draw

_SEND = "send"


@never_cache  # each drawing of the last page has a key of its own, and the pages carry what was written
@require_http_methods(["GET", "HEAD", "POST"])
def scope_question_new(request: HttpRequest) -> HttpResponse:
    """Opened: what to know first. Posted: the next question, the check page, or the question sent. Public."""
    by = acting(request)
    if request.method != "POST":
        return render(request, "scope/official/start.jinja", _start(by))
    found = walk(by, request.POST)
    if isinstance(found, Page):
        context = {"page": found, "form": found.form}
        return draw(request, "scope/official/question_page.jinja", context, found.form)
    if request.POST.get("step") == _SEND and (act := attempt(found.last, lambda: _send(by, found))):
        return redirect("scope_question_followed", secret_of(act.subject))
    return draw(request, "scope/official/check.jinja", {"whole": found, "form": found.last}, found.last)


def _start(by: Acting) -> dict[str, object]:
    mine = [(each, secret_of(each.subject), tags_of(each, by.today)) for each in own_questions(by)]
    return {"due": answer_due(by.today), "no_law": NO_LAW, "mine": mine}


def _send(by: Acting, whole: Whole) -> Act:
    asked = Asked(**whole.sender, authority=whole.authority, technologies=whole.technologies)
    return ask_question(by, asked)
