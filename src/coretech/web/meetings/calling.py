"""The form that calls a meeting."""

from collections.abc import Sequence

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.bodies.models import Body
from coretech.apps.meetings.calling import callable_bodies
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations import call_meeting
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.occasion import OccasionForm
from coretech.web.sending import attempt, done, draw, row_of, sent
from coretech.web.shell.words import both, say

_CALLED = Sentence(
    "已發出開會通知。接著請將案件排入議程。", "The meeting is called. Next, put cases on its agenda."
)
_USUAL = {"begins_at": "14:00", "minutes": 120}


class CallForm(OccasionForm):
    """Which body meets, when and where, and the kind of meeting."""

    kind = forms.ChoiceField(
        label=both("會議種類", "Kind of meeting"),
        widget=forms.RadioSelect,
        initial=Meeting.Kind.REGULAR.value,
        choices=[
            (Meeting.Kind.REGULAR.value, both("定期會議", "Regular")),
            (Meeting.Kind.EXTRAORDINARY.value, both("臨時會議（必要時召開）", "Extraordinary, when needed")),
        ],
    )

    def __init__(self, data: QueryDict | None, bodies: Sequence[Body]) -> None:
        """Ask which body only where there is a choice."""
        super().__init__(data, initial=_USUAL)
        self.bodies = {str(body.pk): body for body in bodies}
        if len(bodies) > 1:
            self.fields["body"] = forms.ChoiceField(
                label=both("由哪一個會開會", "Which body meets"),
                widget=forms.RadioSelect,
                choices=[(key, say(body.name)) for key, body in self.bodies.items()],
            )
            self.order_fields(["body"])

    def call(self) -> call_meeting.Call:
        """The notice the form gives."""
        when, given = self.occasion(), self.cleaned_data
        chosen = self.bodies[given["body"]] if "body" in given else next(iter(self.bodies.values()))
        return call_meeting.Call(
            when.held_on, when.place, given["kind"], when.begins_at, when.minutes, chosen.pk
        )


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_new(request: HttpRequest) -> HttpResponse:
    """Call a body for a day and a place."""
    by = acting(request)
    bodies = callable_bodies(by) or [call_meeting.check(by)]
    form = CallForm(sent(request), bodies)
    act = attempt(form, lambda: call_meeting.call_meeting(by, form.call()))
    if act is not None:
        return done(request, _CALLED, "meeting", row_of(act))
    return draw(request, "meetings/new.jinja", {"form": form, "bodies": bodies}, form)
