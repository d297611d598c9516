"""A kind's calculator: figures in, an answer for each item out. The address holds everything and nothing is stored."""

import datetime as dt
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.engines.controls.facts import Facts
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.controls.answers import answered
from coretech.web.controls.arithmetic import FORMULAS, steps, taken
from coretech.web.controls.asked import CHIP, facts_of, kind_of
from coretech.web.controls.drawn import REGION_COLUMNS, laid, region_rows, where
from coretech.web.controls.figures_form import ON, FiguresForm
from coretech.web.shell.parts import Column

TAKEN = (
    Column(Sentence("項目", "Figure")),
    Column(Sentence("您填的", "As you wrote it")),
    Column(Sentence("採用的", "As it was taken")),
)


@require_safe
def controls_chip(request: HttpRequest) -> HttpResponse:
    """The calculator for a chip, with its arithmetic and where it lies among the thresholds. Public."""
    return _page(request, CHIP)


@require_safe
def controls_ask(request: HttpRequest, control_kind: str) -> HttpResponse:
    """The calculator for any other kind. Public; HTTP 404 for an unknown one, HTTP 422 for figures that cannot be."""
    if control_kind == CHIP:
        return redirect("controls_chip")
    return _page(request, control_kind)


def _page(request: HttpRequest, name: str) -> HttpResponse:
    kind = kind_of(name)
    form = FiguresForm(kind, request.GET)
    facts = form.facts if form.is_bound and form.is_valid() else None
    context: dict[str, object] = {"answers": None}
    if facts is not None:
        context = _answer(form, facts, form.day(acting(request).today))
    context |= {
        "kind": kind,
        "form": form,
        "chip": name == CHIP,
        "action": _address(name),
        "asks": bool(facts_of(name)),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "controls/ask.jinja", context, status=status)


def _answer(form: FiguresForm, facts: Facts, day: dt.date) -> dict[str, object]:
    query = kept(form, day)
    plane = laid(facts, day)
    return {
        "answers": answered(facts, day),
        "day": day,
        "taken": taken(form),
        "columns": TAKEN,
        "formulas": FORMULAS,
        "steps": steps(form) if form.kind.name == CHIP else [],
        "plane": plane,
        "where": None if plane is None else where(plane, day),
        "undecided": plane is not None and any(each.undecided for each in plane.regions),
        "region_columns": REGION_COLUMNS,
        "regions": [] if plane is None else region_rows(plane),
        "chart": f"{reverse('controls_chip_chart')}?{query}",
        "address": f"{_address(form.kind.name)}?{query}",
    }


def kept(form: FiguresForm, day: dt.date) -> str:
    """What an address keeps so that it gives the same answer for ever: the figures with the day."""
    query = QueryDict(mutable=True)
    query.update({name: form.data[name] for name in form.fields if form.data.get(name)})
    query[ON] = day.isoformat()
    return query.urlencode()


def _address(name: str) -> str:
    return reverse("controls_chip") if name == CHIP else reverse("controls_ask", args=[name])
