"""A member's answer to the notice."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.powers import allow_on
from coretech.apps.bodies.stand_ins import stand_in_ruling
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Reply
from coretech.apps.meetings.operations import reply as operation
from coretech.apps.meetings.replies import newest_replies
from coretech.apps.meetings.seats import seat_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.meetings.notice import ANSWERS, facts_of
from coretech.web.meetings.words import title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say

_ANSWERED = Sentence("您的回覆已登錄。", "Your answer is recorded.")


class ReplyForm(forms.Form):
    """Coming, or on leave and why."""

    answer = forms.ChoiceField(
        label=both("您能親自出席嗎？", "Will you attend in person?"),
        widget=forms.RadioSelect,
        choices=[
            (Reply.Answer.ACCEPTED.value, both("出席", "I will attend")),
            (Reply.Answer.LEAVE.value, both("請假", "I ask for leave")),
        ],
    )
    cause = forms.CharField(
        label=both("請假事由（請假時填寫，保密）", "Why (for leave; confidential)"),
        required=False,
        max_length=operation.LONGEST_CAUSE,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_reply(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """One question; the newest answer counts until the meeting begins."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    allow_on(by, found.body, Action.REPLY)
    form = ReplyForm(sent(request))
    act = attempt(form, lambda: operation.reply(by, found.pk, **form.cleaned_data))
    if act is not None:
        return done(request, _ANSWERED, "meeting_reply", found.pk)
    seat = seat_of(by, found)
    made = None if seat is None else newest_replies(found).get(seat.pk)
    context = {
        "meeting": found,
        "title": title_of(found),
        "facts": facts_of(found),
        "form": form,
        "made": made,
        "answer": None if made is None else say(ANSWERS[Reply.Answer(made.answer)].words),
        "sends": None if seat is None else stand_in_ruling(seat, "", found.day),
        "refusal": refusal_of(operation.check, by, found),
    }
    return draw(request, "meetings/reply.jinja", context, form)
