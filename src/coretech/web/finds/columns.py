"""Naming the columns of an uploaded portfolio: guessed, looked at, and confirmed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.inventory.finds.columns import guessed_columns
from coretech.apps.inventory.finds.portfolios import find_portfolio
from coretech.apps.inventory.models import Portfolio
from coretech.apps.inventory.operations import take_portfolio as taking
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.readers.portfolios.columns import COLUMNS, REQUIRED
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say, tr

_TAKEN = Sentence(
    "資料列已讀入，開始比對；可以離開這一頁。",
    "The rows are taken and screening begins; you may leave the page.",
)
FAULTS = (
    Column(Sentence("列", "Line"), numeric=True),
    Column(Sentence("欄", "Column")),
    Column(Sentence("原因", "Why")),
    Column(Sentence("處理", "What is done")),
)
_SHOWN = (
    Column(Sentence("編號", "Id")),
    Column(Sentence("名稱", "Title")),
    Column(Sentence("年度", "Year")),
)
_FIRST, _MOST_FAULTS = 3, 50
_LEFT_OUT = Sentence("略過這一列", "the row is left out")
_KEPT = Sentence("讀入這一列，不採用這一格", "the row is taken without this cell")


class ColumnsForm(forms.Form):
    """For each thing we ask for, the column that holds it."""

    def __init__(self, portfolio: Portfolio, data: Mapping[str, object] | None = None) -> None:
        """Offer the headings of the file, with a guess."""
        super().__init__(data, initial=guessed_columns(portfolio))
        headings = [(each, each) for each in dict.fromkeys(portfolio.headings) if each]
        for name, guide in COLUMNS.items():
            self.fields[name] = forms.ChoiceField(
                label=both(guide.heading, name.capitalize()),
                help_text=say(guide.says),
                choices=[("", both("（沒有這一欄）", "(no such column)")), *headings],
                required=name in REQUIRED,
            )


def fault_line(fault: Mapping[str, Any]) -> tuple[object, ...]:
    """A fault as the tables show it: where, why, and whether its row is taken all the same."""
    done = _KEPT if fault.get("kept") else _LEFT_OUT
    return fault["line"], fault["column"] or "–", tr(fault["zh"], fault["en"]), say(done)


@require_http_methods(["GET", "HEAD", "POST"])
def portfolio_columns(request: HttpRequest, portfolio_id: int) -> HttpResponse:
    """Say what the columns hold, look at what that gives, confirm."""
    by = acting(request)
    portfolio = find_portfolio(by, portfolio_id)
    taking.check(by, portfolio)
    form = ColumnsForm(portfolio, request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"portfolio": portfolio, "form": form, "read": None}
    if form.is_bound and form.is_valid():
        columns = {name: str(form.cleaned_data[name]) for name in COLUMNS}
        if request.POST.get("step") == "confirm":
            if attempt(form, lambda: taking.take_portfolio(by, portfolio.pk, columns)):
                return done(request, _TAKEN, "portfolio", portfolio.pk)
        else:
            try:
                context |= _looked_at(portfolio, columns)
            except Refused as refusal:
                add_refusal(form, refusal)
    return draw(request, "finds/columns.jinja", context, form)


def _looked_at(portfolio: Portfolio, columns: dict[str, str]) -> dict[str, object]:
    """What would be taken, and what left out."""
    read = taking.foresee(portfolio, columns)
    return {
        "read": read,
        "columns": columns,
        "shown": _SHOWN,
        "first": [(each.id, each.title, each.year or "–") for each in read.projects[:_FIRST]],
        "fault_columns": FAULTS,
        "faults": [fault_line(each.as_dict()) for each in read.faults[:_MOST_FAULTS]],
    }
