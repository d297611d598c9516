"""What the regimes control on a day: every item with its criterion, its dates and its source."""

import datetime as dt
from dataclasses import dataclass
from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.engines.controls.loading import bundled
from coretech.engines.controls.matrix import Matrix, matrix
from coretech.engines.controls.parameters import kinds, parameters
from coretech.engines.controls.regimes import Item, Policy, Regime, Vintage
from coretech.engines.controls.wording import not_in_force
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.controls.answers import anchor
from coretech.web.controls.asked import CHIP, kinds_spoken_of
from coretech.web.controls.words import EFFECTS, POLICIES, criterion_words
from coretech.web.shell.dates import both_dates
from coretech.web.shell.day_field import DayField
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say, tr, upfirst

VINTAGES = (
    Column(Sentence("自", "From")),
    Column(Sentence("至", "Until")),
    Column(Sentence("條件", "Criterion")),
    Column(Sentence("出處", "Source")),
)


class DayForm(forms.Form):
    """The day whose rules are shown."""

    on = DayField(label=both("哪一天的規定", "The rules of which day"), required=False)


class MatrixForm(DayForm):
    """The kind and the day to lay the regimes side by side for."""

    kind = forms.ChoiceField(
        label=both("種類", "Kind"),
        choices=lambda: [(each.name, upfirst(say(each.label))) for each in kinds_spoken_of()],
    )
    field_order = ("kind", "on")


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as it stands on a day, with every vintage of it."""

    item: Item
    anchor: str
    criterion: Sentence | None
    standing: Sentence | None
    vintage: Vintage | None
    rows: list[list[object]]


@require_safe
def controls(request: HttpRequest) -> HttpResponse:
    """The regimes on a day. Public; HTTP 422 for a day that is none."""
    form = DayForm(request.GET if "on" in request.GET else None)
    day = _day(form, acting(request).today)
    context = {
        "form": form,
        "day": day,
        "kinds": [each for each in kinds_spoken_of() if each.name != CHIP],
        "regimes": [(each, _effect(each), _items(each, day), _policies(each)) for each in bundled()],
        "columns": VINTAGES,
    }
    return render(request, "controls/controls.jinja", context, status=_status(form))


@require_safe
def controls_matrix(request: HttpRequest) -> HttpResponse:
    """Regimes by parameters for a kind on a day. Public; HTTP 422 for a kind or a day that is none."""
    data = request.GET.copy() if "kind" in request.GET else QueryDict("kind=logic", mutable=True)
    data.setdefault("on", request.GET.get("on", ""))
    form = MatrixForm(data)
    day = _day(form, acting(request).today)
    kind = form.cleaned_data.get("kind") if form.is_valid() else None
    laid = None if kind is None else matrix(kind, bundled(), day)
    context = {
        "form": form,
        "day": day,
        "kind": None if kind is None else kinds()[kind],
        "chip": kind == CHIP,
        "columns": [] if laid is None else _columns(laid),
        "rows": [] if laid is None else _rows(laid),
    }
    return render(request, "controls/matrix.jinja", context, status=_status(form))


def _status(form: forms.Form) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and form.errors else HTTPStatus.OK


def _day(form: forms.Form, today: dt.date) -> dt.date:
    told: dt.date | None = form.cleaned_data.get("on") if form.is_bound and form.is_valid() else None
    return told or today


def _effect(regime: Regime) -> Sentence:
    return EFFECTS.get(regime.effect, Sentence(regime.effect, regime.effect))


def _items(regime: Regime, day: dt.date) -> list[Shown]:
    return [_shown(regime, each, day) for each in regime.items]


def _shown(regime: Regime, item: Item, day: dt.date) -> Shown:
    vintage = item.on(day)
    return Shown(
        item,
        anchor(regime, item),
        None if vintage is None else criterion_words(vintage.when),
        not_in_force(item, day) if vintage is None else None,
        vintage,
        [
            [
                both_dates(each.start),
                tr("現行", "in force") if each.until is None else both_dates(each.until),
                say(criterion_words(each.when)),
                each.source,
            ]
            for each in item.vintages
        ],
    )


def _policies(regime: Regime) -> list[tuple[Policy, list[tuple[Sentence, Sentence]]]]:
    return [
        (policy, [(POLICIES[rule.outcome], criterion_words(rule.when)) for rule in policy.rules])
        for policy in regime.policies
    ]


def _columns(laid: Matrix) -> list[Column]:
    ends = [Column(Sentence("條件出處", "Citation"))]
    return [
        Column(Sentence("管制與項目", "Regime and item")),
        *(Column(parameters()[name].label) for name in laid.columns),
        *ends,
    ]


def _rows(laid: Matrix) -> list[list[object]]:
    return [
        [
            tr(f"{row.regime.label.zh}：{row.item.label.zh}", f"{row.regime.label.en}: {row.item.label.en}"),
            *(row.limits.get(name, "–") for name in laid.columns),
            row.item.citation,
        ]
        for row in laid.rows
    ]
