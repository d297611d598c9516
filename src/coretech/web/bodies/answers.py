"""Ask, check the answers, confirm: what would follow is shown with the law's word before anything is written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Generic, TypeVar

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse

from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Body
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling
from coretech.web.acting import once
from coretech.web.bodies.words import question_name
from coretech.web.sending import draw
from coretech.web.shell.form_errors import add_refusal

T = TypeVar("T")
ASK, CONFIRM = "ask", "confirm"
Answers = Sequence[tuple[Sentence, object]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the check page shows: the answers, the law's word on them, and what should be known before."""

    answers: Answers
    rulings: Sequence[Ruling] = ()
    warnings: Sequence[Sentence] = ()


@dataclass(frozen=True, slots=True)
class Dialogue(Generic[T]):
    """One step that is asked, checked and confirmed.

    ``foresee`` gives what would follow or refuses, ``show`` tells it, ``write`` carries it out.
    """

    body: Body | None
    title: Sentence
    foresee: Callable[[], T]
    show: Callable[[T], Shown]
    write: Callable[[], Act]
    done: Callable[[Act], HttpResponse]
    lead: Sentence | None = None
    trail: Sequence[tuple[Sentence, str]] = field(default=())


def hold_dialogue(request: HttpRequest, form: BaseForm, dialogue: Dialogue[T]) -> HttpResponse:
    """Answer with the question, the check page or the next page, by the step that was sent."""
    step = request.POST.get("step", "") if request.method == "POST" else ""
    refusal: Refused | None = None
    try:
        if step == CONFIRM and form.is_valid():
            return dialogue.done(once(dialogue.write))
        if step == ASK and form.is_valid():
            return _check(request, form, dialogue, dialogue.show(dialogue.foresee()))
    except Refused as refused:
        if refused.status not in {HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY}:
            raise
        add_refusal(form, refused)
        refusal = refused
    context = {"form": form, "dialogue": dialogue, "refusal": refusal, "ask": ASK}
    return draw(request, "bodies/ask.jinja", context, form)


def _check(request: HttpRequest, form: BaseForm, dialogue: Dialogue[T], shown: Shown) -> HttpResponse:
    context = {
        "dialogue": dialogue,
        "shown": shown,
        "rulings": [(question_name(ruling.question), ruling) for ruling in shown.rulings],
        "kept": list(_kept(form)),
        "confirm": CONFIRM,
    }
    return draw(request, "bodies/check.jinja", context)


def _kept(form: BaseForm) -> Iterator[tuple[str, str]]:
    """The answers as they were typed, to be sent again on confirming or changing."""
    for bound in form:
        value = bound.data
        if value not in (None, "", False):
            yield bound.html_name, str(value)
