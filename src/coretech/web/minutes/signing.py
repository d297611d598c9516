"""Signing the minutes with one's own name."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.meetings.minuting.finding import find_minutes, newest_version
from coretech.apps.meetings.operations import sign_minutes
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.minutes.forms import SeenForm
from coretech.web.minutes.step_page import StepPage, draw_step
from coretech.web.minutes.steps import refusal_at
from coretech.web.sending import attempt, done, sent
from coretech.web.shell.words import both

_SIGNED = Sentence("已簽署。", "Signed.")
_PAGE = StepPage(
    Sentence("簽署會議紀錄", "Sign the minutes"),
    Sentence(
        "輸入您的姓名，即簽署下列這一版；雜湊值代表其全文，任何一字不同，雜湊值即不同。",
        "Type your name to sign this version. The hash stands for every word of it: one word changed, another hash.",
    ),
    Sentence("簽署", "Sign"),
)


class SignForm(SeenForm):
    """One's own name."""

    signed_name = forms.CharField(label=both("您的姓名", "Your name"), max_length=80)


@require_http_methods(["GET", "HEAD", "POST"])
def minutes_sign(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The chair's and the recorder's page."""
    by = acting(request)
    found = find_minutes(by, meeting_id)
    refusal = refusal_at(sign_minutes.check, by, found)
    form = SignForm(sent(request), newest_version(found).number)
    act = attempt(
        form,
        lambda: sign_minutes.sign_minutes(
            by, meeting_id, form.cleaned_data["signed_name"], form.cleaned_data["seen"]
        ),
    )
    if act is not None:
        return done(request, _SIGNED, "minutes", meeting_id)
    return draw_step(request, _PAGE, found, form, refusal)
