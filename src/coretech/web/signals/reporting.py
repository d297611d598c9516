"""The quarterly scan report: choosing the quarter, and the file."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.watch.scanning.quarterly import FIRST_YEAR, Quarter, quarterly
from coretech.apps.watch.scanning.quarterly_report import Tongue, report_file
from coretech.apps.watch.signals.gathering import require_reader
from coretech.web.acting import acting
from coretech.web.documents.answer import document_language, download
from coretech.web.sending import draw
from coretech.web.shell.words import both, say

_QUARTERS = [(str(each), both(f"第{name}季", f"Q{each}")) for each, name in enumerate("一二三四", 1)]


class QuarterForm(forms.Form):
    """Of which quarter, and whether a Chinese report names things in English as well."""

    year = forms.IntegerField(
        label=both("西元年", "Year"),
        min_value=FIRST_YEAR,
        max_value=2999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    quarter = forms.ChoiceField(label=both("季別", "Quarter"), choices=_QUARTERS, widget=forms.RadioSelect)
    names = forms.BooleanField(
        label=both("名稱並列英文（中文報告）", "English names beside the Chinese ones (in a Chinese report)"),
        required=False,
    )


@require_safe
def scan_report(request: HttpRequest) -> HttpResponse:
    """What the report of a quarter would hold, and the way to its files; the last quarter that is over by default."""
    by = acting(request)
    require_reader(by)
    asked = Quarter.of(by.today).before
    form = QuarterForm(request.GET or None, initial={"year": asked.year, "quarter": str(asked.number)})
    if form.is_valid():
        asked = Quarter(form.cleaned_data["year"], int(form.cleaned_data["quarter"]))
    names = "?names=en" if form.is_valid() and form.cleaned_data["names"] else ""
    files = [
        (each.upper(), reverse("scan_report_file", args=[asked.year, asked.number, each]) + names)
        for each in ("odt", "pdf")
    ]
    context = {"form": form, "found": quarterly(by, asked), "name": say(asked.name), "files": files}
    return draw(request, "signals/report.jinja", context, form)


@require_safe
def scan_report_file(request: HttpRequest, year: int, quarter: int, report_form: str) -> HttpResponse:
    """The report as ODT or PDF in the language of the page; `names=en` puts English names beside the Chinese ones."""
    by = acting(request)
    tongue = Tongue(document_language(), both=request.GET.get("names") == "en")
    file = report_file(by, Quarter(year, quarter), report_form, tongue)
    return download(file.name, file.media_type, file.content)
