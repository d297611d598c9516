"""Confirming the minutes: by circulation, or at a later meeting."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.meetings.minuting.finding import confirming_meetings, find_minutes, newest_version
from coretech.apps.meetings.models import Minutes
from coretech.apps.meetings.operations import confirm_minutes
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.words import title_of
from coretech.web.minutes.forms import SeenForm
from coretech.web.minutes.step_page import StepPage, draw_step
from coretech.web.minutes.steps import refusal_at
from coretech.web.sending import attempt, done, sent
from coretech.web.shell.words import both, say

CIRCULATION = ""
_CONFIRMED = Sentence("紀錄已確認。", "The minutes are confirmed.")
_PAGE = StepPage(
    Sentence("確認會議紀錄", "Confirm the minutes"),
    Sentence(
        "傳閱確認：出席席位全數同意，或期限屆滿而無異議。會議確認：由其後的會議確認。確認後只能以更正修改。",
        "By circulation: every seat that attended agrees, or the last day has passed without objection. At a meeting: "
        "a later meeting confirms. Once confirmed they only change by a correction.",
    ),
    Sentence("確認", "Confirm"),
)


class ConfirmForm(SeenForm):
    """How the minutes are confirmed."""

    at_meeting = forms.TypedChoiceField(
        label=both("確認方式", "How"),
        required=False,
        initial=CIRCULATION,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: QueryDict | None, found: Minutes) -> None:
        """Offer circulation, and the later meetings that have begun."""
        super().__init__(data, newest_version(found).number)
        field = self.fields["at_meeting"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (CIRCULATION, both("傳閱確認", "By circulation")),
                *((each.pk, say(title_of(each))) for each in confirming_meetings(found)),
            ]


@require_http_methods(["GET", "HEAD", "POST"])
def minutes_confirm(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """One choice, and the newest version is confirmed."""
    by = acting(request)
    found = find_minutes(by, meeting_id)
    refusal = refusal_at(confirm_minutes.check, by, found)
    form = ConfirmForm(sent(request), found)
    act = attempt(
        form,
        lambda: confirm_minutes.confirm_minutes(
            by, meeting_id, form.cleaned_data["at_meeting"], form.cleaned_data["seen"]
        ),
    )
    if act is not None:
        return done(request, _CONFIRMED, "minutes", meeting_id)
    return draw_step(request, _PAGE, found, form, refusal)
