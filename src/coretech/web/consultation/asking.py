"""Asking one stakeholder: filled in, read once more, and then sent."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.consulting import asked_in
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import consult
from coretech.apps.cases.queries import find_case
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.web.acting import acting
from coretech.web.consultation.words import GROUPS, LEVELS
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.dates import both_dates
from coretech.web.shell.day_field import DayField
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both, say

_CONFIRM = "confirm"
_SENT = Sentence("已寄出徵詢。", "The question has been sent.")


class QuestionForm(forms.Form):
    """Whom to ask, what, and by when."""

    group = forms.ChoiceField(
        label=both("類別", "Group"),
        choices=[(value, both(words.zh, words.en)) for value, words in GROUPS.items()],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=both("姓名", "Name"), max_length=120)
    organisation = forms.CharField(
        label=both("機構（選填）", "Organisation (optional)"), max_length=120, required=False
    )
    email = forms.CharField(
        label=both("電子郵件", "E-mail address"),
        help_text=both(
            "連結寄到這個地址；信中沒有問題與案件的內容。",
            "The link goes to this address. The mail holds no word of the question or the case.",
        ),
        max_length=200,
        widget=forms.EmailInput,
    )
    text = forms.CharField(
        label=both("給對方看的問題", "The question, as they will read it"),
        help_text=both(
            "對方看得到的只有這段文字。請另行撰寫，不要貼上提報資料。",
            "This is all they see. Write it for outsiders; do not paste from the dossier.",
        ),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=consult.LONGEST_QUESTION,
    )
    level = forms.ChoiceField(
        label=both("這段文字的等級", "How freely these words may travel"),
        choices=[(value, both(words.zh, words.en)) for value, words in LEVELS.items()],
        widget=forms.RadioSelect,
        initial=Secrecy.OPEN.value,
    )
    answer_by = DayField(label=both("回復期限", "Last day to answer"))

    def question(self) -> consult.Question:
        """The question; for a valid form."""
        return consult.Question(**self.cleaned_data)


@require_http_methods(["GET", "HEAD", "POST"])
def consultation_new(request: HttpRequest, reference: str) -> HttpResponse:
    """Fill in, check, send; ``?like=`` takes question, level and day over from an earlier one of the case."""
    by = acting(request)
    case = find_case(by, reference)
    step = request.POST.get("step", "")
    data = request.POST if request.method == "POST" else None
    form = QuestionForm(data, initial=_like(by, case, request.GET.get("like", "")))
    if step == _CONFIRM and attempt(form, lambda: consult.consult(by, reference, form.question())):
        return done(request, _SENT, "consultations", reference)
    if form.is_bound and not step and _fit(by, case, form):
        return _review(request, case, form)
    context = {"case": case, "form": form, "refusal": refusal_of(consult.check, by, case)}
    return draw(request, "consultation/new.jinja", context, form)


def _like(by: Acting, case: Case, number: str) -> dict[str, object]:
    """What an earlier question of the case can lend, where there is one of this number."""
    for each in asked_in(by, case):
        found = each.consultation
        if str(found.pk) == number:
            return {"text": found.question, "level": found.level, "answer_by": found.answer_by}
    return {}


def _fit(by: Acting, case: Case, form: QuestionForm) -> bool:
    """Whether the operation would take the form; what to correct goes onto it."""
    consult.check(by, case)
    if not form.is_valid():
        return False
    try:
        consult.check_question(by, form.question())
    except Refused as refusal:
        add_refusal(form, refusal)
        return False
    return True


def _review(request: HttpRequest, case: Case, form: QuestionForm) -> HttpResponse:
    asked = form.question()
    rows = [
        (Sentence("類別", "Group"), say(GROUPS[asked.group])),
        (Sentence("姓名", "Name"), asked.name),
        (Sentence("機構", "Organisation"), asked.organisation or say(Sentence("未填", "Not given"))),
        (Sentence("電子郵件", "E-mail address"), asked.email),
        (Sentence("等級", "Level"), say(LEVELS[asked.level])),
        (Sentence("回復期限", "Last day to answer"), both_dates(asked.answer_by)),
    ]
    hidden = [(bound.html_name, str(bound.data or "")) for bound in form]
    context = {"case": case, "rows": rows, "question": asked.text, "hidden": hidden}
    return render(request, "consultation/new_check.jinja", context)
