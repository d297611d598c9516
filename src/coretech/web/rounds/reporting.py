"""Reporting a round through the Office."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.finds.screened import screened_for
from coretech.apps.inventory.operations import report_round
from coretech.apps.inventory.yearly.facts import report_ruling
from coretech.apps.inventory.yearly.rounds import find_round
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.rounds.stepping import Step, seen_in, show_step
from coretech.web.rounds.words import title_of
from coretech.web.sending import attempt, done, sent
from coretech.web.shell.words import both, say

_REPORTED = Sentence("盤點結果已提報辦公室。", "The round is reported to the Office.")
_NIL = Sentence(
    "沒有登錄候選項目：將提報盤點結果為無。條文未明定，但說明欄要求仍應審查並提報。",
    "No candidate is recorded: a nil result will be reported. The article does not say so, its explanation does.",
)


class ReportForm(forms.Form):
    """What goes with the report."""

    note = forms.CharField(
        label=both("說明", "A note to go with it"),
        help_text=both(
            "結果為無時必填：如何盤點、查過哪些範圍。",
            "Needed where nothing was found: how and where it was looked for.",
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=report_round.LONGEST_NOTE,
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def round_report(request: HttpRequest, round_id: int) -> HttpResponse:
    """Hand the result to the Office."""
    by = acting(request)
    round_ = find_round(by, round_id)
    screened = screened_for(round_)
    form = ReportForm(sent(request), initial={"note": say(screened.words) if screened else ""})
    seen = seen_in(request)
    if form.is_bound and attempt(
        form, lambda: report_round.report_round(by, round_.pk, form.cleaned_data["note"], seen)
    ):
        return done(request, _REPORTED, "round", round_.pk)
    count = len(round_.candidates.all())
    some = Sentence(f"將提報{count}項候選項目。", f"Candidates to be reported: {count}.")
    step = Step(
        title=Sentence("經辦公室提報盤點結果", "Report the round through the Office"),
        caption=title_of(round_),
        button=Sentence("提報", "Report"),
        lead=some if count else _NIL,
        back=reverse("round", args=[round_.pk]),
    )
    more = {"seen": round_.lock, "ruling": report_ruling(round_, by.today)}
    return show_step(request, step, form, refusal_of(report_round.check, by, round_), more)
