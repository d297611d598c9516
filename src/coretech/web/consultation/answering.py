"""Answering by a link: terms, one question a page, check your answers, a receipt. Nobody signs in."""

from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.consulting import asker_name, consultation_of, newest_answer
from coretech.apps.cases.models import Consultation, ConsultationAnswer
from coretech.apps.cases.operations import answer_consultation
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.consultation.forms import STEPS
from coretech.web.consultation.words import CONFIDENTIAL, CONSENTS, LEVELS
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import say

_ORDER = tuple(STEPS)
_FIELDS = tuple(name for form in STEPS.values() for name in form.base_fields)
_CHECK, _CHANGE = "check", "change"
_STEP_OF = {name: step for step, form in STEPS.items() for name in form.base_fields}

Given = dict[str, str]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consultation_answer(request: HttpRequest, secret: str) -> HttpResponse:
    """The page that comes next for whoever holds the link; what was answered so far travels in the form. Public."""
    by, asked = acting(request), consultation_of(secret)
    answer_consultation.check(by, asked)
    newest = newest_answer(asked)
    if request.method != "POST":
        return _start(request, by, asked, newest)
    given = _given(request, newest)
    if (back := request.POST.get(_CHANGE, "")) in STEPS:
        return _ask(request, asked, back, given)
    sent = request.POST.get("step", "")
    wrong = _first_wrong(given, _ORDER if sent == _CHECK else _up_to(sent))
    if wrong is not None:
        return _ask(request, asked, wrong, given, told=wrong == sent)
    if sent == _CHECK:
        return _take_in(request, by, secret, asked, given)
    following = _after(sent, checked=request.POST.get("checked") == "1")
    return _ask(request, asked, following, given) if following else _check(request, asked, given)


def _given(request: HttpRequest, newest: ConsultationAnswer | None) -> Given:
    """What has been answered so far: as sent, else as in the newest answer."""
    before = {} if newest is None else _before(newest)
    return {name: request.POST.get(name, before.get(name, "")) for name in _FIELDS}


def _before(newest: ConsultationAnswer) -> Given:
    confidential = "yes" if newest.confidential else "no"
    return {"text": newest.text, "consent": newest.consent, "confidential": confidential}


def _up_to(step: str) -> tuple[str, ...]:
    """The pages up to this one; the first one for a page there is not."""
    return _ORDER[: _ORDER.index(step) + 1] if step in STEPS else _ORDER[:1]


def _after(step: str, *, checked: bool) -> str:
    """The page after this one; none, where the answers are to be checked next."""
    if checked or step not in STEPS or step == _ORDER[-1]:
        return ""
    return _ORDER[_ORDER.index(step) + 1]


def _first_wrong(given: Given, steps: tuple[str, ...]) -> str | None:
    return next((step for step in steps if not STEPS[step](given).is_valid()), None)


def _frame(asked: Consultation) -> dict[str, object]:
    return {"asked": asked, "level": LEVELS[asked.level]}


def _start(
    request: HttpRequest, by: Acting, asked: Consultation, newest: ConsultationAnswer | None
) -> HttpResponse:
    """Who asks, by when, under which terms; and the receipt of an answer that came before."""
    more = {"form": STEPS["terms"](), "asker": asker_name(asked, by.today), "newest": newest}
    return render(request, "consultation/start.jinja", _frame(asked) | more)


def _ask(
    request: HttpRequest, asked: Consultation, step: str, given: Given, *, told: bool = False
) -> HttpResponse:
    """One question; with what to correct where it was the one that was sent."""
    if step == _ORDER[0]:
        form = STEPS[step](given) if told else STEPS[step]()
        more = {"form": form, "asker": asker_name(asked, acting(request).today), "newest": None}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if told else HTTPStatus.OK
        return render(request, "consultation/start.jinja", _frame(asked) | more, status=status)
    return _question(request, asked, step, given, STEPS[step](given) if told else STEPS[step](initial=given))


def _question(
    request: HttpRequest, asked: Consultation, step: str, given: Given, form: forms.Form
) -> HttpResponse:
    own = form.fields.keys()
    more = {
        "form": form,
        "step": step,
        "number": _ORDER.index(step),
        "total": len(_ORDER) - 1,
        "hidden": [(name, value) for name, value in given.items() if name not in own and value],
        "checked": _CHANGE in request.POST or request.POST.get("checked") == "1",
    }
    wrong = form.is_bound and bool(form.errors)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "consultation/question.jinja", _frame(asked) | more, status=status)


def _check(request: HttpRequest, asked: Consultation, given: Given) -> HttpResponse:
    rows = [
        ("view", Sentence("您的意見", "Your view"), given["text"]),
        ("consent", Sentence("如何引用", "How it may be told of"), say(CONSENTS[given["consent"]])),
        ("level", Sentence("機密內容", "Confidential"), say(CONFIDENTIAL[given["confidential"]])),
    ]
    hidden = [(name, value) for name, value in given.items() if value]
    return render(request, "consultation/check.jinja", _frame(asked) | {"rows": rows, "hidden": hidden})


def _take_in(
    request: HttpRequest, by: Acting, secret: str, asked: Consultation, given: Given
) -> HttpResponse:
    """Hand the answer in and show its receipt; bad input goes back to its page, any other refusal goes on."""
    answer = answer_consultation.Answer(
        text=given["text"],
        consent=given["consent"],
        confidential=given["confidential"] == "yes",
        agreed=bool(given["agreed"]),
    )
    try:
        once(lambda: answer_consultation.answer_consultation(by, secret, answer))
    except Refused as refusal:
        if refusal.status != HTTPStatus.UNPROCESSABLE_ENTITY or refusal.field not in _STEP_OF:
            raise
        step = _STEP_OF[refusal.field]
        form = STEPS[step](given)
        form.is_valid()
        add_refusal(form, refusal)
        return _question(request, asked, step, given, form)
    return redirect("consultation_answer", secret)
