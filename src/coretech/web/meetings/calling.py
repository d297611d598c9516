"""The form that calls a meeting."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations import call_meeting
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, row_of, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

_CALLED = Sentence(
    "已發出開會通知。接著請將查核完成的案件排入議程。",
    "The meeting is called. Next, put cases that passed the check on its agenda.",
)


class CallForm(forms.Form):
    """Day, place and kind of the meeting."""

    held_on = DayField(label=both("開會日期", "Day of the meeting"))
    place = forms.CharField(label=both("開會地點", "Place"), max_length=120)
    kind = forms.ChoiceField(
        label=both("會議種類", "Kind of meeting"),
        widget=forms.RadioSelect,
        initial=Meeting.Kind.REGULAR.value,
        choices=[
            (Meeting.Kind.REGULAR.value, both("定期會議", "Regular")),
            (Meeting.Kind.EXTRAORDINARY.value, both("臨時會議（必要時召開）", "Extraordinary, when needed")),
        ],
    )

    def call(self) -> call_meeting.Call:
        """The notice the form gives."""
        return call_meeting.Call(**self.cleaned_data)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_new(request: HttpRequest) -> HttpResponse:
    """Call the council for a day and a place."""
    by = acting(request)
    call_meeting.check(by)
    form = CallForm(sent(request))
    act = attempt(form, lambda: call_meeting.call_meeting(by, form.call()))
    if act is not None:
        return done(request, _CALLED, "meeting", row_of(act))
    return draw(request, "meetings/new.jinja", {"form": form}, form)
