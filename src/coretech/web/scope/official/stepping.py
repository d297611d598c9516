"""The steps of a question, a page each: one question, or why the step is closed."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.people.queries import agencies_on
from coretech.apps.scope.models import Question
from coretech.apps.scope.operations import (
    ask_back,
    declare_interest_in_question,
    name_reader,
    take_question,
    transfer_question,
)
from coretech.apps.scope.queries import find_question
from coretech.apps.scope.states import ARROWS, Step
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.rounds.stepping import seen_in
from coretech.web.scope.official.question import DECLARE, NAME
from coretech.web.scope.official.step_forms import AskBackForm, DeclareForm, NameForm, TransferForm
from coretech.web.sending import attempt, done, draw, sent

Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """One step's page: its name, its check, what stands before the form, what is done, and said afterwards."""

    name: Sentence
    check: Callable[[Acting, Question], object]
    lead: Sentence
    run: Callable[[Acting, str, Said, int | None], Act]
    afterwards: Sentence


_ASK_BACK = Page(
    ARROWS[Step.ASK_BACK].name,
    ask_back.check,
    Sentence("詢問人補充前，服務目標停止計算。", "The clock stands still until the asker replies."),
    lambda by, number, said, seen: ask_back.ask_back(by, number, said["text"], seen),
    Sentence("已請詢問人補充說明。", "The asker has been asked."),
)
_TRANSFER = Page(
    ARROWS[Step.TRANSFER].name,
    transfer_question.check,
    Sentence(
        "移送後，本機關獲指名的人不得再閱覽；詢問人與新的主管機關會收到通知。",
        "Nobody named here reads it from then on; the asker and the other authority are told.",
    ),
    lambda by, number, said, seen: transfer_question.transfer_question(
        by, number, said["agency"], said["why"], seen
    ),
    Sentence("已移送，並通知詢問人。", "It is transferred, and the asker is told."),
)
_NAME = Page(
    NAME,
    name_reader.check,
    Sentence(
        "獲指名的人簽署保密協議並申報無利益關係後，才能閱覽加密內容。",
        "Whoever is named reads what is sealed after signing the agreement and declaring no interest.",
    ),
    lambda by, number, said, seen: name_reader.name_reader(by, number, said["username"], seen),
    Sentence("已指名，並通知本人。", "Named; the person is told."),
)
_DECLARE = Page(
    DECLARE,
    declare_interest_in_question.check,
    Sentence("申報後才能閱覽加密內容。", "What is sealed opens after that."),
    lambda by, number, said, _: declare_interest_in_question.declare_interest_in_question(
        by, number, said["text"], interest=said["interest"] == "interest"
    ),
    Sentence("已申報。", "Declared."),
)


@require_POST
def scope_question_take(request: HttpRequest, question_number: str) -> HttpResponse:
    """Take it in hand."""
    by = acting(request)
    find_question(by, question_number)
    once(lambda: take_question.take_question(by, question_number, seen_in(request)))
    said = Sentence(
        "已受理；請先申報有無利益關係。", "It is in your hands; please declare your interests first."
    )
    return done(request, said, "scope_question", question_number)


@require_http_methods(["GET", "HEAD", "POST"])
def scope_question_ask_back(request: HttpRequest, question_number: str) -> HttpResponse:
    """Ask the asker back."""
    return _step(request, question_number, _ASK_BACK, AskBackForm(sent(request)))


@require_http_methods(["GET", "HEAD", "POST"])
def scope_question_transfer(request: HttpRequest, question_number: str) -> HttpResponse:
    """Hand it on to the right authority."""
    day = acting(request).today
    agencies = [(agency, agency.name_on(day)) for agency in agencies_on(day)]
    return _step(request, question_number, _TRANSFER, TransferForm(sent(request), agencies=agencies))


@require_http_methods(["GET", "HEAD", "POST"])
def scope_question_name(request: HttpRequest, question_number: str) -> HttpResponse:
    """Name an officer or an expert."""
    return _step(request, question_number, _NAME, NameForm(sent(request)))


@require_http_methods(["GET", "HEAD", "POST"])
def scope_question_declare(request: HttpRequest, question_number: str) -> HttpResponse:
    """Declare an interest, or none."""
    return _step(request, question_number, _DECLARE, DeclareForm(sent(request)))


def _step(request: HttpRequest, number: str, page: Page, form: forms.Form) -> HttpResponse:
    by = acting(request)
    found = find_question(by, number)
    seen = seen_in(request)
    if form.is_bound and attempt(form, lambda: page.run(by, found.number, form.cleaned_data, seen)):
        return done(request, page.afterwards, "scope_question", found.number)
    context = {
        "found": found,
        "name": page.name,
        "lead": page.lead,
        "form": form,
        "refusal": refusal_of(page.check, by, found),
        "seen": found.steps.count(),
    }
    return draw(request, "scope/official/step.jinja", context, form)
