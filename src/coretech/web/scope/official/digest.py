"""Drafting and publishing the digest of one answer."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.scope.models import AnswerDigest, Question
from coretech.apps.scope.operations import draft_digest, publish_digest
from coretech.apps.scope.queries import find_question, find_technology
from coretech.apps.scope.standing import newest_answer
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.scope.official.step_forms import DraftForm
from coretech.web.scope.official.words import DIGEST_STATES
from coretech.web.sending import attempt, done, draw, sent

_PUT = Sentence("已送詢問人表示意見。", "The draft has been put to the asker.")
_PUBLISHED = Sentence("摘要已公開。", "The digest is published.")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scope_question_digest(request: HttpRequest, question_number: str, place: int) -> HttpResponse:
    """Draft it, put it to the asker, and publish it after that."""
    by = acting(request)
    found = find_question(by, question_number)
    technology = find_technology(found, place)
    answer = newest_answer(list(technology.answers.select_related("digest")))
    digest = None if answer is None else getattr(answer, "digest", None)
    if sent(request, "publish") and digest is not None:
        number = digest.number
        once(lambda: publish_digest.publish_digest(by, number))
        return done(request, _PUBLISHED, "scope_answer", number)
    form = DraftForm(sent(request, "draft"), initial=_initial(digest))
    if form.is_bound and attempt(form, lambda: _draft(by, found, place, form)):
        return done(request, _PUT, "scope_question_digest", found.number, place)
    context = {
        "found": found,
        "technology": technology,
        "digest": digest,
        "state": None if digest is None else DIGEST_STATES[AnswerDigest.State(digest.state)],
        "form": form,
        "refusal": refusal_of(draft_digest.check, by, found),
        "publishing": None if digest is None else refusal_of(publish_digest.check, by, digest),
    }
    return draw(request, "scope/official/digest.jinja", context, form)


def _draft(by: Acting, found: Question, place: int, form: DraftForm) -> Act:
    confirmed = bool(form.cleaned_data["confirmed"])
    return draft_digest.draft_digest(by, found.number, place, form.draft(), confirmed=confirmed)


def _initial(digest: AnswerDigest | None) -> dict[str, str]:
    if digest is None:
        return {}
    return {field: getattr(digest, field) for field in ("name_zh", "name_en", "reasons_zh", "reasons_en")}
