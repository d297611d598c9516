"""Sending a form into an operation, and answering with the page again where the input needs correcting."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from coretech.apps.audit.models import Act
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import once
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import say


def attempt(form: BaseForm, run: Callable[[], Act]) -> Act | None:
    """Run an operation on a form; None, with the errors on the form, where the input needs correcting.

    Raises:
        Refused: for anything but bad input; the problem page says so.
    """
    if not form.is_valid():
        return None
    try:
        return once(run)
    except Refused as refusal:
        if refusal.status != HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        add_refusal(form, refusal)
        return None


def sent(request: HttpRequest, step: str = "") -> QueryDict | None:
    """What was sent, for binding a form; None where the page was only opened or another step was sent."""
    if request.method != "POST" or request.POST.get("step", "") != step:
        return None
    return request.POST


def draw(
    request: HttpRequest, template: str, context: Mapping[str, object], *forms: BaseForm
) -> HttpResponse:
    """The page; HTTP 422 where one of its forms has something to correct."""
    wrong = any(form.is_bound and form.errors for form in forms)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, template, dict(context), status=status)


def done(request: HttpRequest, what: Sentence, page: str, *args: object) -> HttpResponse:
    """Say on the next page what was done, and go there."""
    messages.success(request, say(what))
    return redirect(page, *args)


def row_of(act: Act) -> int:
    """The number of the row an act is about: 3 for ``meeting/3``."""
    return int(act.subject.split("/")[1])
