"""Reporting one period on a page, with the figures of the period before beside each question."""

import datetime as dt
import json
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.supplies.access import allow_filing
from coretech.apps.supplies.exporting import said
from coretech.apps.supplies.keeping_watch import keep_watch
from coretech.apps.supplies.models import Commodity, Reporter, SupplyReturn
from coretech.apps.supplies.operations.file_returns import file_returns, read
from coretech.apps.supplies.queries import commodity_of
from coretech.apps.supplies.reading import GivenFile, ReadFile
from coretech.apps.supplies.state import state_of
from coretech.engines.supplies.figures import FIGURES, NAMES, Figure
from coretech.engines.supplies.periods import Frequency, Period, period_of
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.supplies import RowError
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.words import both, say, tr
from coretech.web.supplies.words import figure

_FILED = Sentence("申報已登錄。", "The return is recorded.")
_DAY = dt.timedelta(days=1)
_NAME = "page"


class ReportForm(forms.Form):
    """The figures of a period; what is left empty is not told, which is not nought."""

    production = forms.CharField(required=False)
    imports = forms.CharField(required=False)
    exports = forms.CharField(required=False)
    sales = forms.CharField(required=False)
    consumption = forms.CharField(required=False)
    stock = forms.CharField(required=False)
    price = forms.CharField(required=False)
    origins = forms.CharField(
        label=both("進口來源", "Sources of the imports"),
        help_text=both("例如「美國:80；巴西:40」", "Such as “United States: 80; Brazil: 40”"),
        required=False,
        max_length=400,
    )
    note = forms.CharField(
        label=both("備註", "Remark"),
        help_text=both("數字異常或更正的原因", "Why a figure is unusual, or was corrected"),
        required=False,
        max_length=400,
    )

    def name_figures(self, unit: str, last: SupplyReturn | None) -> None:
        """Put the unit and the figures of the period before beside the questions."""
        for name in Figure:
            field, words = self.fields[name.value], NAMES[name]
            of = tr("元／", "NT$ per ") + unit if name is Figure.PRICE else unit
            field.label = tr(f"{words.zh}（{of}）", f"{words.en.capitalize()} ({of})")
            before = None if last is None else getattr(last, name.value)
            field.help_text = tr("上期：", "Last period: ") + figure(before, 4)
            field.widget.attrs["inputmode"] = "decimal"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be reported: a period, by whom, and what stands of it and of the one before."""

    commodity: Commodity
    period: Period
    reporter: Reporter | None
    stands: SupplyReturn | None
    last: SupplyReturn | None


@require_http_methods(["GET", "HEAD", "POST"])
def supply_report(request: HttpRequest, supply_slug: str) -> HttpResponse:
    """A return of one period: the oldest that is overdue, or the one asked for. For the authority's officers."""
    by = acting(request)
    commodity = commodity_of(by, supply_slug)
    allow_filing(by, commodity)
    asked = _asked(by, commodity, request.GET)
    form = ReportForm(request.POST or None, initial=_initial(asked))
    form.name_figures(commodity.unit, asked.last)
    if request.method == "POST":
        act = attempt(form, lambda: file_returns(by, _read(by, asked, form)))
        if act is not None:
            keep_watch(by, "after an intake")
            return done(request, _FILED, "supply", commodity.slug)
    context = {"asked": asked, "form": form, "commodity": commodity, "period": say(asked.period.said())}
    return draw(request, "supplies/report.jinja", context, form)


def _asked(by: Acting, commodity: Commodity, query: QueryDict) -> Asked:
    code, text = query.get("reporter", ""), query.get("period", "")
    reporter = commodity.reporters.filter(code=code).first() if code else None
    owing = [each for each in state_of(commodity, by.today).owing if not code or each.reporter == reporter]
    missing = sorted((each for one in owing for each in one.missing), key=lambda each: each.due)
    if reporter is None and missing:
        reporter = next(one.reporter for one in owing if missing[0] in one.missing)
    period = _period(commodity, text) or (missing[0].period if missing else _last_over(commodity, by.today))
    own = SupplyReturn.objects.filter(commodity=commodity, reporter=reporter, restated_by=None)
    stands = own.filter(start=period.start, end=period.end).first()
    return Asked(
        commodity, period, reporter, stands, own.filter(end__lt=period.start).order_by("-end").first()
    )


def _period(commodity: Commodity, text: str) -> Period | None:
    try:
        return period_of(Frequency(commodity.frequency), dt.date.fromisoformat(text))
    except ValueError:
        return None


def _last_over(commodity: Commodity, today: dt.date) -> Period:
    frequency = Frequency(commodity.frequency)
    return period_of(frequency, period_of(frequency, today).start - _DAY)


def _initial(asked: Asked) -> dict[str, str]:
    """What stands of the period, where it is restated."""
    if asked.stands is None:
        return {}
    told = {name: said(getattr(asked.stands, name)) or "" for name in FIGURES}
    origins = "；".join(f"{each.origin}:{said(each.quantity)}" for each in asked.stands.origins.all())
    return {**told, "origins": origins, "note": asked.stands.note}


def _read(by: Acting, asked: Asked, form: ReportForm) -> ReadFile:
    """The form as a file of one row, read by the same rules; what is wrong is said at its field."""
    line = {
        "commodity": asked.commodity.slug,
        "unit": asked.commodity.unit,
        "period_start": asked.period.start.isoformat(),
        "period_end": asked.period.end.isoformat(),
        "reporter": "" if asked.reporter is None else asked.reporter.code,
        **{name: value for name, value in form.cleaned_data.items() if value},
    }
    found = read(by, GivenFile(_NAME, json.dumps([line], ensure_ascii=False).encode()))
    for fault in found.faults:
        raise _at_field(fault, form)
    return found


def _at_field(fault: RowError, form: ReportForm) -> Refused:
    field = fault.column if fault.column in form.fields else "stock"
    return bad_input(field, fault.sentence.zh, fault.sentence.en)
