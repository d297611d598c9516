"""Sending signed minutes round, and a member's answer to them."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.meetings.minuting.finding import find_minutes, newest_version
from coretech.apps.meetings.operations import circulate_minutes, reply_to_minutes
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.minutes.forms import SeenForm
from coretech.web.minutes.step_page import StepPage, draw_step
from coretech.web.minutes.steps import refusal_at
from coretech.web.sending import attempt, done, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

AGREES, OBJECTS = "agrees", "objects"
_SENT = Sentence("已送傳閱，並通知出席的席位。", "The minutes go round; the seats that attended are told.")
_REPLIED = Sentence("您的回復已登錄。", "Your answer is recorded.")
_CIRCULATE = StepPage(
    Sentence("送傳閱", "Circulate the minutes"),
    Sentence(
        "每一出席席位都會收到通知，於期限前回復同意或指出錯誤。其後若修改文字，須重新簽署並重新傳閱。",
        "Each seat that attended is told, and agrees or says what is wrong by the last day. "
        "Words changed afterwards are signed and circulated anew.",
    ),
    Sentence("送傳閱", "Circulate"),
)
_REPLY = StepPage(
    Sentence("確認紀錄或提出異議", "Agree, or say what is wrong"),
    Sentence(
        "請先閱讀紀錄。期限內可以再次回復，以最後一次為準。",
        "Read the minutes first. You may answer again until the last day; your last answer counts.",
    ),
    Sentence("送出", "Send"),
)


class CirculationForm(SeenForm):
    """Until when members answer."""

    reply_until = DayField(label=both("回復期限", "The last day to answer"))


class ReplyForm(SeenForm):
    """Agreed, or what is wrong."""

    answer = forms.ChoiceField(
        label=both("您的回復", "Your answer"),
        widget=forms.RadioSelect,
        choices=[
            (AGREES, both("同意本紀錄", "The minutes are right")),
            (OBJECTS, both("紀錄有誤", "Something is wrong")),
        ],
    )
    note = forms.CharField(
        label=both("何處有誤、應如何記載", "What is wrong, and what should stand there"),
        required=False,
        max_length=reply_to_minutes.LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def minutes_circulate(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The last day to answer, and off they go."""
    by = acting(request)
    found = find_minutes(by, meeting_id)
    refusal = refusal_at(circulate_minutes.check, by, found)
    form = CirculationForm(sent(request), newest_version(found).number)
    act = attempt(
        form,
        lambda: circulate_minutes.circulate_minutes(
            by, meeting_id, form.cleaned_data["reply_until"], form.cleaned_data["seen"]
        ),
    )
    if act is not None:
        return done(request, _SENT, "minutes", meeting_id)
    return draw_step(request, _CIRCULATE, found, form, refusal)


@require_http_methods(["GET", "HEAD", "POST"])
def minutes_reply(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """A member's answer for the seat."""
    by = acting(request)
    found = find_minutes(by, meeting_id)
    refusal = refusal_at(reply_to_minutes.check, by, found)
    form = ReplyForm(sent(request), newest_version(found).number)
    act = attempt(
        form,
        lambda: reply_to_minutes.reply_to_minutes(
            by,
            meeting_id,
            agrees=form.cleaned_data["answer"] == AGREES,
            note=form.cleaned_data["note"],
            seen=form.cleaned_data["seen"],
        ),
    )
    if act is not None:
        return done(request, _REPLIED, "minutes", meeting_id)
    return draw_step(request, _REPLY, found, form, refusal)
