"""A body's statistics between two days: as a page, and as CSV."""

import csv
import io

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from coretech.apps.meetings.statistics import Statistics, statistics_of
from coretech.apps.meetings.statistics_rows import rows_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.minutes.statistics_tables import (
    ATTENDANCE_COLUMNS,
    DECISION_COLUMNS,
    attendance_rows,
    decision_rows,
    facts_of,
    recusal_facts,
    yearly_rulings,
)
from coretech.web.sending import draw
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say

_MARK = "\ufeff"
"""Spreadsheets take a CSV for UTF-8 only behind this mark."""


class SpanForm(forms.Form):
    """From which day to which, both included; left blank, this year until today."""

    def __init__(self, request: HttpRequest) -> None:
        """``from`` is a word of Python's, so the fields are named here."""
        super().__init__(request.GET or None)
        self.fields["from"] = DayField(label=both("起日", "From"), required=False)
        self.fields["to"] = DayField(label=both("迄日", "To"), required=False)


@require_safe
def statistics(request: HttpRequest, body_id: int) -> HttpResponse:
    """The figures as tables; a day that is none is told at its field, and this year is shown."""
    form = SpanForm(request)
    found = _found(request, body_id, form)
    context = {
        "form": form,
        "found": found,
        "facts": facts_of(found),
        "yearly": [*yearly_rulings(found)],
        "attendance_columns": ATTENDANCE_COLUMNS,
        "attendance": [*attendance_rows(found)],
        "recusals": [*recusal_facts(found)],
        "decision_columns": DECISION_COLUMNS,
        "decisions": [*decision_rows(found)],
    }
    return draw(request, "minutes/statistics.jinja", context, form)


@require_safe
def statistics_csv(request: HttpRequest, body_id: int) -> HttpResponse:
    """The same figures, one a line."""
    found = _found(request, body_id, SpanForm(request))
    text = io.StringIO()
    csv.writer(text).writerows(rows_of(found))
    response = HttpResponse(_MARK + text.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"{say(Sentence('統計', 'statistics'))}-{found.first}-{found.last}.csv"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _found(request: HttpRequest, body_id: int, form: SpanForm) -> Statistics:
    given = form.cleaned_data if form.is_valid() else {}
    return statistics_of(acting(request), body_id, given.get("from"), given.get("to"))
