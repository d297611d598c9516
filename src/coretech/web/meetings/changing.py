"""Changing a notice and sending it anew, and cancelling a meeting."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations import cancel_meeting, change_notice
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.occasion import OccasionForm
from coretech.web.meetings.words import title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both

_CHANGED = Sentence("已重送開會通知。", "The notice is sent anew.")
_CANCELLED = Sentence("會議已取消，並通知與會人員。", "The meeting is cancelled, and everybody is told.")


class ChangeForm(OccasionForm):
    """The notice as it is, to be corrected."""

    agenda = forms.BooleanField(
        label=both("議程有變動，請與會人員重新閱覽", "The agenda has changed; ask everybody to look again"),
        required=False,
    )

    def __init__(self, data: QueryDict | None, meeting: Meeting) -> None:
        """Fill in what was last sent."""
        super().__init__(
            data,
            initial={
                "held_on": meeting.held_on,
                "begins_at": meeting.begins_at,
                "minutes": meeting.minutes_planned,
                "place": meeting.place,
            },
        )


class CancelForm(forms.Form):
    """Why."""

    why = forms.CharField(
        label=both("取消理由", "Why it is cancelled"),
        help_text=both(
            "與會人員看得到；信件中不寫。", "Those invited can read it; the mail does not say it."
        ),
        max_length=cancel_meeting.LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def notice_change(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Another day, time or place, or another agenda: everybody is told anew."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    allow_on(by, found.body, Action.CHANGE_NOTICE)
    form = ChangeForm(sent(request), found)
    run = change_notice.change_notice
    act = attempt(form, lambda: run(by, found.pk, form.occasion(), agenda=form.cleaned_data["agenda"]))
    if act is not None:
        return done(request, _CHANGED, "notice", found.pk)
    context = {"meeting": found, "title": title_of(found), "form": form}
    gate = gate_of(change_notice.check, by, found)
    return draw(request, "meetings/notice_change.jinja", context | {"gate": gate}, form)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_cancel(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Cancel, with a reason."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    allow_on(by, found.body, Action.CANCEL_MEETING)
    form = CancelForm(sent(request))
    act = attempt(form, lambda: cancel_meeting.cancel_meeting(by, found.pk, form.cleaned_data["why"]))
    if act is not None:
        return done(request, _CANCELLED, "notice", found.pk)
    context = {"meeting": found, "title": title_of(found), "form": form}
    gate = gate_of(cancel_meeting.check, by, found)
    return draw(request, "meetings/cancel.jinja", context | {"gate": gate}, form)
