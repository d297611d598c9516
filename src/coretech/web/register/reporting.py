"""Recording that an announcement was sent to the Legislative Yuan for the record."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.cases.states import Step
from coretech.apps.register.operations import report_to_legislature
from coretech.apps.register.queries import find_announcement
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.cases.steps import law_of
from coretech.web.register.rows import announcement_rows
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both


class ReportForm(forms.Form):
    """Under which number, and when."""

    document_number = forms.CharField(label=both("函文文號", "Document number of the letter"), max_length=80)
    sent_on = DayField(label=both("送備查日期", "Sent on"))

    def report(self) -> report_to_legislature.Report:
        """The report; for a valid form."""
        return report_to_legislature.Report(
            self.cleaned_data["document_number"], self.cleaned_data["sent_on"]
        )


@require_http_methods(["GET", "HEAD", "POST"])
def announcement_report(request: HttpRequest, edition: int) -> HttpResponse:
    """Enter the letter to the Legislative Yuan; for the announcer and the Office."""
    by = acting(request)
    allow(by, Action.REPORT_TO_LEGISLATURE)
    announcement = find_announcement(edition)
    form = ReportForm(sent(request))
    if form.is_bound and attempt(
        form, lambda: report_to_legislature.report_to_legislature(by, edition, form.report())
    ):
        reported = Sentence("已登錄送立法院備查。", "The report to the Legislative Yuan is recorded.")
        return done(request, reported, "changes")
    context = {
        "form": form,
        "announcement": announcement,
        "rows": announcement_rows(announcement),
        "law": law_of(Step.REPORT_TO_LEGISLATURE),
        "refusal": refusal_of(report_to_legislature.check, by, announcement),
    }
    return draw(request, "register/report.jinja", context, form)
