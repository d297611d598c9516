"""Opening a round: until when, and what it covers."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.operations import open_round
from coretech.apps.inventory.yearly.rounds import find_agency
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.rounds.stepping import Step, show_step
from coretech.web.sending import attempt, done, row_of, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

_OPENED = Sentence("盤點已開始。", "The round is open.")


class OpenForm(forms.Form):
    """The due day and the scope."""

    due_on = DayField(label=both("提報期限", "The report is due on"))
    scope = forms.CharField(
        label=both("盤點範圍", "What it covers"),
        help_text=both(
            "例如所補助的計畫、所屬機關、技術領域。",
            "Such as the programmes funded, the bodies beneath the agency, the fields of technology.",
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=open_round.LONGEST_SCOPE,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def round_open(request: HttpRequest, agency_code: str) -> HttpResponse:
    """Open this year's round of the agency."""
    by = acting(request)
    agency = find_agency(by, agency_code)
    form = OpenForm(sent(request))
    act = (
        attempt(form, lambda: open_round.open_round(by, agency.code, **form.cleaned_data))
        if form.is_bound
        else None
    )
    if act is not None:
        return done(request, _OPENED, "round", row_of(act))
    year = said_year(by.today.year)
    step = Step(
        title=Sentence(f"開始{year.zh}盤點", f"Open the inventory of {year.en}"),
        caption=agency.name_on(by.today),
        button=Sentence("開始盤點", "Open the round"),
        lead=Sentence(
            "每年至少盤點一次（第9條第1項）；期限到期前三十日起，系統以郵件提醒。",
            "At least one inventory a year (art. 9(1)); reminders go out from thirty days before the due day.",
        ),
        back=reverse("rounds"),
    )
    return show_step(request, step, form, refusal_of(open_round.check, by, agency))
