"""The page of one step of an inventory: what it asks, or why it is closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse

from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.sending import draw

Crumbs = Sequence[tuple[Sentence, str | None]]


@dataclass(frozen=True, slots=True)
class Step:
    """What the page is called, for whom, what its button says, and a word before the form."""

    title: Sentence
    caption: Sentence
    button: Sentence
    lead: Sentence
    back: str


def show_step(
    request: HttpRequest,
    step: Step,
    form: BaseForm,
    refusal: Refused | None,
    more: Mapping[str, object] | None = None,
) -> HttpResponse:
    """The page, with its form where the step is open."""
    context = {"step": step, "form": form, "refusal": refusal, "ruling": None, "seen": None} | dict(
        more or {}
    )
    return draw(request, "rounds/step.jinja", context, form)


def seen_in(request: HttpRequest) -> int | None:
    """The version of the round that the sender saw, where the form said it."""
    text = request.POST.get("seen", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004 - as many digits as a count of writes has
