"""The secret page of a question: where it stands, what the asker may do, and the answer, for whoever knows it."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.scope.models import AnswerDigest, Question
from coretech.apps.scope.operations import (
    hand_in_secret,
    reply_to_digest,
    reply_to_question,
    withdraw_question,
)
from coretech.apps.scope.queries import question_of_secret
from coretech.apps.scope.targets import NO_LAW
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.scope.official.follow_forms import DigestForm, ReplyForm, SecretForm, WithdrawForm
from coretech.web.scope.official.rows import answered_technologies, asker_events, what_rows
from coretech.web.scope.official.words import DIGEST_STATES, tags_of
from coretech.web.sending import attempt, draw, sent


@dataclass(frozen=True, slots=True)
class Step:
    """A form of the page: its name, and what sends it."""

    name: str
    form: forms.Form
    run: Callable[[], Act]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scope_question_followed(request: HttpRequest, question_key: str) -> HttpResponse:
    """The receipt, later the answer with its reasons; nobody's name or address stands on it. Public by its key."""
    found, by = question_of_secret(question_key), acting(request)
    steps = _steps(request, by, question_key)
    for step in steps.values():
        if step.form.is_bound and attempt(step.form, step.run):
            return redirect("scope_question_followed", question_key)
    context = {
        "found": found,
        "tags": tags_of(found, by.today),
        "rows": what_rows(found, by.today),
        "no_law": NO_LAW,
        "technologies": answered_technologies(found, by.today),
        "events": asker_events(found),
        "address": request.build_absolute_uri(request.path),
        "forms": _open(by, found, steps),
        "digests": _digests(found),
        "sealed": list(found.sealed_texts.defer("sealed")),
    }
    response = draw(
        request, "scope/official/followed.jinja", context, *(step.form for step in steps.values())
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def _steps(request: HttpRequest, by: Acting, key: str) -> dict[str, Step]:
    reply, withdraw = ReplyForm(sent(request, "reply")), WithdrawForm(sent(request, "withdraw"))
    handed = sent(request, "hand_in")
    secret = SecretForm(handed, None if handed is None else request.FILES)
    digest = DigestForm(sent(request, "digest"))

    def hand_in() -> Act:
        said = secret.cleaned_data
        return hand_in_secret.hand_in_secret(by, key, said["title"], said["whole"])

    def say_on_digest() -> Act:
        said = digest.cleaned_data
        agrees = said["agrees"] == "yes"
        return reply_to_digest.reply_to_digest(by, key, said["number"], said["objection"], agrees=agrees)

    steps = (
        Step(
            "reply", reply, lambda: reply_to_question.reply_to_question(by, key, reply.cleaned_data["text"])
        ),
        Step("hand_in", secret, hand_in),
        Step("digest", digest, say_on_digest),
        Step(
            "withdraw",
            withdraw,
            lambda: withdraw_question.withdraw_question(by, key, withdraw.cleaned_data["why"]),
        ),
    )
    return {step.name: step for step in steps}


def _open(by: Acting, found: Question, steps: dict[str, Step]) -> dict[str, forms.Form]:
    """The forms of the steps that may be taken now."""
    checks = {
        "reply": reply_to_question.check,
        "hand_in": hand_in_secret.check,
        "withdraw": withdraw_question.check,
    }
    may = {name for name, check in checks.items() if refusal_of(check, by, found) is None} | {"digest"}
    return {name: step.form for name, step in steps.items() if name in may}


def _digests(found: Question) -> list[tuple[AnswerDigest, Sentence, str, bool]]:
    """The digests of its answers: each with its state, the state's colour, and whether a word is awaited."""
    rows = AnswerDigest.objects.filter(answer__technology__question=found)
    tags = [(row, DIGEST_STATES[AnswerDigest.State(row.state)]) for row in rows]
    return [(row, tag.words, tag.colour, row.state == AnswerDigest.State.PUT) for row, tag in tags]
