"""The self-check: describe a technology, see what it may fall under. Nothing is kept of it anywhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from coretech.apps.scope.checking import BINDS_NOBODY, NOT_KEPT, check
from coretech.apps.scope.reasons import pieces
from coretech.apps.scope.unknown import cannot_be_told
from coretech.engines.controls.parameters import kinds, parameters
from coretech.engines.matching.explaining import Span
from coretech.engines.scoping.marks import ANY_CASE, AS_WRITTEN, marks_in
from coretech.web.acting import acting
from coretech.web.scope.check_form import CheckForm, again
from coretech.web.scope.check_words import (
    CONTROL_COLUMNS,
    FIGURE_COLUMNS,
    control_rows,
    figure_rows,
    remarks,
    shown,
)
from coretech.web.sending import draw
from coretech.web.shell.navigation import page_address
from coretech.web.shell.words import say

SURE, EDIT = "sure", "edit"
_AROUND = 60
OFFICIAL = "scope_question_new"


@require_http_methods(["GET", "HEAD", "POST"])
def scope_check(request: HttpRequest) -> HttpResponse:
    """The form; posted, a warning where the text is marked secret, else what it may fall under. Public."""
    response = _answered(request) if request.method == "POST" else _form(request)
    response["Cache-Control"] = "no-store, private"
    return response


def _form(request: HttpRequest) -> HttpResponse:
    form = CheckForm(None, acting(request).today, request.GET.get("kind", ""))
    return draw(request, "scope/check.jinja", {**_frame(form)}, form)


def _answered(request: HttpRequest) -> HttpResponse:
    day = acting(request).today
    form = CheckForm(request.POST, day, request.POST.get("kind", ""))
    step = request.POST.get("step", "")
    if step == EDIT or not form.is_valid():
        return draw(request, "scope/check.jinja", _frame(form), form)
    marks = marks_in(form.cleaned_data["text"])
    if marks and step != SURE:
        return _warning(request, form)
    checked = check(form.asked(), day)
    context = {
        **_frame(again(checked, day)),
        "checked": checked,
        "figure_columns": FIGURE_COLUMNS,
        "figures": figure_rows(checked.measured),
        "control_columns": CONTROL_COLUMNS,
        "controls": control_rows(checked.measured),
        "remarks": list(remarks(checked.measured)),
        "missing": [(parameters()[name].label, each) for name, each in checked.measured.missing.items()],
        "kind_words": say(kinds()[checked.measured.kind].label) if checked.measured.kind else "",
        "unknown": list(cannot_be_told(checked)),
        "official": page_address(OFFICIAL),
        "brought": "\n".join(f"{say(each.parameter.label)}: {shown(each)}" for each in checked.measured.used),
    }
    return render(request, "scope/check_result.jinja", context)


def _warning(request: HttpRequest, form: CheckForm) -> HttpResponse:
    """Ask before anything is done with a text that is marked; it came in, and goes no further."""
    text = form.cleaned_data["text"]
    marks = marks_in(text)
    context = {
        **_frame(form),
        "words": list(dict.fromkeys(mark.words for mark in marks)),
        "pieces": pieces(text, [Span(mark.start, mark.end, mark.words) for mark in marks], around=_AROUND),
    }
    return render(request, "scope/check_warning.jinja", context)


def _frame(form: CheckForm) -> dict[str, object]:
    return {
        "form": form,
        "binds_nobody": BINDS_NOBODY,
        "not_kept": NOT_KEPT,
        "any_case": "\n".join(ANY_CASE),
        "as_written": "\n".join(each.replace("\n", r"\n") for each in AS_WRITTEN),
    }
