"""What other laws tie to a listed technology: a checklist by actor, in general and for one item, and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from coretech.apps.register.obligations import (
    ACTORS,
    CHECKED,
    NO_ADVICE,
    TIES,
    VERBS,
    Follows,
    actor_named,
    follows_for,
    follows_in_general,
)
from coretech.readers.obligations import Checked, Verb
from coretech.web.acting import acting
from coretech.web.documents.answer import document_language
from coretech.web.obligations.printed import checklist
from coretech.web.opendata.answers import open_file

COLOURS = {Verb.FORBIDS: "red", Verb.REQUIRES: "blue", Verb.PUNISHES: "orange", Verb.ALLOWS: "green"}
CHECK_COLOURS = {Checked.BUNDLED: "green", Checked.PUBLIC: "blue", Checked.NO: "yellow"}


@require_safe
def obligations(request: HttpRequest) -> HttpResponse:
    """What follows once a technology is listed, whichever it is. Public."""
    follows = follows_in_general(acting(request).today, actor_named(request.GET.get("actor", "")))
    return _drawn(request, follows, reverse("obligations"))


@require_safe
def register_follows(request: HttpRequest, number: int) -> HttpResponse:
    """What follows for one item. Public; HTTP 404 where there never was one of the number."""
    follows = follows_for(number, acting(request).today, actor_named(request.GET.get("actor", "")))
    return _drawn(request, follows, reverse("register_follows", args=[number]), number)


@require_safe
def register_follows_file(request: HttpRequest, number: int, follows_form: str) -> HttpResponse:
    """The same as ODT to work on or PDF to print (HTTP 404 for another form). Public."""
    by = acting(request)
    follows = follows_for(number, by.today, actor_named(request.GET.get("actor", "")))
    made = checklist(by, follows, number, follows_form, document_language())
    return open_file(request, made.content, made.media_type, made.name)


def _drawn(request: HttpRequest, follows: Follows, here: str, number: int | None = None) -> HttpResponse:
    query = "" if follows.actor is None else "?" + urlencode({"actor": follows.actor.value})
    context = {
        "follows": follows,
        "number": number,
        "here": here,
        "query": query,
        "actors": ACTORS,
        "ties": TIES,
        "verbs": VERBS,
        "colours": COLOURS,
        "checks": CHECKED,
        "check_colours": CHECK_COLOURS,
        "no_advice": NO_ADVICE,
    }
    return render(request, "obligations/page.jinja", context)
