"""Answering: the answer about each technology on one page; and an expert's opinion on one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.scope.operations import advise_on_question, answer_question
from coretech.apps.scope.queries import find_question, find_technology
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.rounds.stepping import seen_in
from coretech.web.scope.official.step_forms import AdviceForm, AnswerForm
from coretech.web.scope.official.words import listed_names
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.form_errors import add_refusal

_UNPROCESSABLE = 422
_ANSWERED = Sentence("已答覆，並通知詢問人。", "Answered; the asker has been told.")
_ADVISED = Sentence("意見已登錄，並通知承辦人。", "Your opinion is recorded; the officers have been told.")
ADVISE = Sentence("提出專家意見", "Give your opinion")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scope_question_answer(request: HttpRequest, question_number: str) -> HttpResponse:
    """Of every technology in scope, out, partly, or cannot tell, with reasons."""
    by = acting(request)
    found = find_question(by, question_number)
    listed = listed_names(by.today)
    forms = [
        AnswerForm(sent(request), technology=each, listed=listed)
        for each in found.technologies.prefetch_related("items")
    ]
    if forms and all(form.is_valid() for form in forms):
        answers = [form.answered() for form in forms]
        try:
            once(lambda: answer_question.answer_question(by, found.number, answers, seen_in(request)))
        except Refused as refusal:
            if refusal.status != _UNPROCESSABLE:
                raise
            add_refusal(_where(forms, refusal), refusal)
        else:
            return done(request, _ANSWERED, "scope_question", found.number)
    context = {
        "found": found,
        "forms": forms,
        "wrong": next((form for form in forms if form.errors), None),
        "refusal": refusal_of(answer_question.check, by, found),
        "seen": found.steps.count(),
    }
    return draw(request, "scope/official/answer.jinja", context, *forms)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scope_question_advise(request: HttpRequest, question_number: str, place: int) -> HttpResponse:
    """An expert's opinion on one technology."""
    by = acting(request)
    found = find_question(by, question_number)
    technology = find_technology(found, place)
    form = AdviceForm(sent(request))
    if form.is_bound and attempt(
        form,
        lambda: advise_on_question.advise_on_question(
            by, found.number, place, form.cleaned_data["verdict"], form.cleaned_data["text"]
        ),
    ):
        return done(request, _ADVISED, "scope_question", found.number)
    context = {
        "found": found,
        "name": ADVISE,
        "lead": Sentence(technology.name, technology.name),
        "form": form,
        "refusal": refusal_of(advise_on_question.check, by, found),
        "seen": found.steps.count(),
    }
    return draw(request, "scope/official/step.jinja", context, form)


def _where(forms: list[AnswerForm], refusal: Refused) -> AnswerForm:
    """The form a refusal is about: the first without an item, where it asks for one; else the first."""
    if refusal.field == "item":
        needing = (form for form in forms if not form.cleaned_data["item"])
        return next((form for form in needing if form.cleaned_data["verdict"] in {"in", "partly"}), forms[0])
    return forms[0]
