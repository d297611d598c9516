"""Returns from a file: what it says and every error is shown first; a large file is read by a job."""

import datetime as dt

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.supplies.comparing import compared
from coretech.apps.supplies.keeping_watch import keep_watch
from coretech.apps.supplies.operations import file_returns as filing
from coretech.apps.supplies.operations.hand_in_file import hand_in_file
from coretech.apps.supplies.queries import own_commodities
from coretech.apps.supplies.reading import GivenFile, ReadFile
from coretech.apps.supplies.taking import faults_said
from coretech.kit.refusal import Refused
from coretech.kit.roc import OFFSET
from coretech.kit.sentence import Sentence
from coretech.readers.files.recognise import LARGEST
from coretech.web.acting import acting, once
from coretech.web.documents.kept import brought_back, kept, uploaded
from coretech.web.sending import done, draw, row_of
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both, tr
from coretech.web.supplies.faults import COLUMNS, fault_rows

SHOWN_AT_ONCE = 1024 * 1024
"""A file up to this size is read while one waits: some ten thousand rows."""

_FILE = "file"
_YEARS = 6
_FILED = Sentence("申報已登錄。", "The returns are recorded.")
_HANDED_IN = Sentence("檔案已收下，正在讀入。", "The file is here and is being read.")
_UNPROCESSABLE = 422


class ReturnsFileForm(forms.Form):
    """The file, and the year it is of."""

    file = forms.FileField(
        label=both("申報檔案", "The file of returns"),
        help_text=both(
            f"ODS、CSV（UTF-8）或JSON，最大{LARGEST >> 20} MB；一列一項物資的一期。",
            f"ODS, CSV (UTF-8) or JSON, at most {LARGEST >> 20} MB; a line for each commodity and period.",
        ),
        max_length=1000,
        allow_empty_file=True,
    )
    year = forms.TypedChoiceField(
        label=both("這是哪一年的檔案", "Which year the file is of"),
        help_text=both(
            "選了年度，其他年度的列會列為錯誤。", "With a year chosen, lines of other years are errors."
        ),
        coerce=int,
        empty_value=None,
        required=False,
    )

    def offer_years(self, today: dt.date) -> None:
        """This year and those before, in both calendars."""
        years = range(today.year, today.year - _YEARS, -1)
        offered = [
            (str(year), tr(f"{year - OFFSET}年（{year}）", f"{year} (ROC {year - OFFSET})")) for year in years
        ]
        self.fields["year"].choices = [("", tr("不限", "Any")), *offered]  # type: ignore[attr-defined]  # a choice field has choices


@require_http_methods(["GET", "HEAD", "POST"])
def supply_import(request: HttpRequest) -> HttpResponse:
    """Choose a file, look at what it says, confirm. For officers of the authorities."""
    by = acting(request)
    filing.check(by)
    form = ReturnsFileForm(request.POST or None, request.FILES or None)
    form.offer_years(by.today)
    try:
        if request.POST.get("step") == "confirm":
            return _confirmed(request, by)
        if request.method == "POST" and form.is_valid():
            return _looked_at(request, by, form)
    except Refused as refusal:
        if refusal.status != _UNPROCESSABLE:
            raise
        add_refusal(form, refusal)
    return draw(request, "supplies/import.jinja", {"form": form, "own": list(own_commodities(by))}, form)


def _looked_at(request: HttpRequest, by: Acting, form: ReturnsFileForm) -> HttpResponse:
    raw, told = uploaded(form, _FILE, LARGEST), form.cleaned_data
    given = GivenFile(told[_FILE].name or "", raw, told["year"])
    if len(raw) > SHOWN_AT_ONCE:
        act = once(lambda: hand_in_file(by, given))
        return done(request, _HANDED_IN, "supply_file", row_of(act))
    return draw(request, "supplies/import_check.jinja", _checked(given, filing.read(by, given)))


def _checked(given: GivenFile, found: ReadFile) -> dict[str, object]:
    would = compared(found.rows)
    return {
        "given": given,
        "rows": len(found.rows),
        "would": would,
        "fault_columns": COLUMNS,
        "fault_count": len(found.faults),
        "faults": fault_rows(faults_said(found.faults)),
        "converted": sorted({each.converted_from for each in found.rows if each.converted_from}),
        "kept": kept(given.raw),
    }


def _confirmed(request: HttpRequest, by: Acting) -> HttpResponse:
    sent = request.POST
    year = sent.get("year", "")
    given = GivenFile(
        sent.get("name", ""), brought_back(request, _FILE), int(year) if year.isdecimal() else None
    )
    act = once(lambda: filing.file_returns(by, filing.read(by, given), sent.get("seen", "")))
    keep_watch(by, "after an intake")
    return done(request, _FILED, "supply_batch", row_of(act))
