"""One consultation: what was asked, what was answered as far as it opens to the reader, reminding and closing."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.consulting import Asked, asked, asker_name, find_consultation
from coretech.apps.cases.operations import close_consultation, remind_stakeholder
from coretech.apps.meetings.dossier import seen
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.consultation.words import CONFIDENTIAL, CONSENTS, GROUPS, LEVELS, STAGES
from coretech.web.dossier.hearing import place_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import both, say

_REMIND, _CLOSE = "remind", "close"
Rows = list[tuple[Sentence, str]]


class CloseForm(forms.Form):
    """Why it is closed; asked for before the last day."""

    why = forms.CharField(
        label=both("理由", "Why"),
        help_text=both("期限未到而撤回時必填。", "To be given where it is withdrawn before the last day."),
        required=False,
        max_length=300,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def consultation(request: HttpRequest, consultation_id: int) -> HttpResponse:
    """The consultation with its answer; ``step`` says whether the reminder or the close was sent."""
    by = acting(request)
    found = find_consultation(by, consultation_id)
    reminder, closing = forms.Form(sent(request, _REMIND)), CloseForm(sent(request, _CLOSE))
    if reminder.is_bound and attempt(reminder, lambda: remind_stakeholder.remind_stakeholder(by, found.pk)):
        return done(
            request, Sentence("已寄出提醒。", "The reminder has been sent."), "consultation", found.pk
        )
    if closing.is_bound and attempt(
        closing, lambda: close_consultation.close_consultation(by, found.pk, closing.cleaned_data["why"])
    ):
        return done(
            request, Sentence("徵詢已結束。", "The consultation has been closed."), "consultation", found.pk
        )
    told = asked(found, by.today)
    context = {
        "case": found.case,
        "consultation": found,
        "stage": STAGES[told.stage],
        "rows": _asked(by, told),
        "answer": told.answer,
        "answer_rows": _answered(told),
        "opens": told.answer is not None and seen(by, found.case).shows(told.answer, "text"),
        "place": None if told.answer is None else place_of(by, found.case, told.answer.receipt),
        "versions": found.answers.count(),
        "closing": closing,
        "reminding": refusal_of(remind_stakeholder.check, by, found),
        "closed": refusal_of(close_consultation.check, by, found),
    }
    return draw(request, "consultation/one.jinja", context, closing)


def _asked(by: Acting, told: Asked) -> Rows:
    found = told.consultation
    unsaid = say(Sentence("無", "None"))
    return [
        (Sentence("編號", "Number"), found.number),
        (Sentence("類別", "Group"), say(GROUPS[found.group])),
        (Sentence("姓名", "Name"), found.name),
        (Sentence("機構", "Organisation"), found.organisation or unsaid),
        (Sentence("電子郵件", "E-mail address"), found.email),
        (Sentence("徵詢者", "Asked by"), say(asker_name(found, by.today))),
        (Sentence("等級", "Level"), say(LEVELS[found.level])),
        (Sentence("寄出", "Sent"), both_dates(found.asked_at)),
        (Sentence("提醒", "Reminded"), both_dates(found.reminded_at) if found.reminded_at else unsaid),
        (Sentence("回復期限", "Last day to answer"), both_dates(found.answer_by)),
    ]


def _answered(told: Asked) -> Rows:
    answer = told.answer
    if answer is None:
        return []
    return [
        (Sentence("收據編號", "Receipt"), answer.receipt),
        (Sentence("收到", "Received"), both_dates(answer.answered_at)),
        (Sentence("如何引用", "How it may be told of"), say(CONSENTS[answer.consent])),
        (Sentence("機密", "Confidential"), say(CONFIDENTIAL["yes" if answer.confidential else "no"])),
    ]
