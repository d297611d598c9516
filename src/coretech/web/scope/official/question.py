"""One question as its authority, the Office and the experts named to it see it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.scope.facts import has_secrets, reader_of, require_opens, sealed_ruling
from coretech.apps.scope.keeping import opinion_of
from coretech.apps.scope.models import NamedReader, Question, ReaderDeclaration
from coretech.apps.scope.operations import (
    advise_on_question,
    answer_question,
    ask_back,
    declare_interest_in_question,
    draft_digest,
    name_reader,
    take_question,
    transfer_question,
)
from coretech.apps.scope.queries import find_question
from coretech.apps.scope.states import ARROWS, State, Step
from coretech.apps.scope.targets import NO_LAW
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.scope.official.rows import answered_technologies, asker_events, asker_rows, what_rows
from coretech.web.scope.official.words import tags_of, verdict_tag
from coretech.web.shell.parts import Tag

Check = Callable[[Acting, Question], object]
NAME = Sentence("指名承辦人或專家", "Name an officer or an expert")
DECLARE = Sentence("申報有無利益關係", "Declare whether you have an interest")
_STEPS: tuple[tuple[Sentence, Check, str], ...] = (
    (DECLARE, declare_interest_in_question.check, "scope_question_declare"),
    (ARROWS[Step.ANSWER].name, answer_question.check, "scope_question_answer"),
    (ARROWS[Step.ASK_BACK].name, ask_back.check, "scope_question_ask_back"),
    (NAME, name_reader.check, "scope_question_name"),
    (ARROWS[Step.TRANSFER].name, transfer_question.check, "scope_question_transfer"),
)
_INTEREST = Tag(Sentence("申報有利益關係，不得閱覽", "Has an interest; reads nothing"), "red")
_DECLARED = Tag(Sentence("已申報無利益關係", "Declared: no interest"), "green")
_OWED = Tag(Sentence("尚未申報", "Has not declared yet"), "yellow")
_ENDED = Tag(Sentence("已結束", "Ended"), "grey")


@never_cache
@require_safe
def scope_question(request: HttpRequest, question_number: str) -> HttpResponse:
    """What was asked, who is named, what opens to this reader, and the next step."""
    by = acting(request)
    found = find_question(by, question_number)
    opens = refusal_of(require_opens, by, found)
    context = {
        "found": found,
        "tags": tags_of(found, by.today),
        "rows": [*what_rows(found, by.today), *asker_rows(found)],
        "no_law": NO_LAW,
        "technologies": answered_technologies(
            found, by.today, reasons=opens is None or not has_secrets(found)
        ),
        "sealed": list(found.sealed_texts.defer("sealed").select_related("technology")),
        "opens": opens,
        "ruling": sealed_ruling(by, found),
        "readers": _readers(found),
        "opinions": _opinions(found) if opens is None else [],
        "take": refusal_of(take_question.check, by, found) if found.state == State.RECEIVED else None,
        "steps": _steps(by, found),
        "advises": refusal_of(advise_on_question.check, by, found) is None,
        "digests": refusal_of(draft_digest.check, by, found) is None,
        "events": asker_events(found),
    }
    return render(request, "scope/official/question.jinja", context)


def _steps(by: Acting, found: Question) -> list[tuple[Sentence, str]]:
    """The steps that may be taken now, the next one first: a declaration goes before an answer, once it is owed."""
    reader = reader_of(by, found)
    declared = reader is not None and reader.declarations.exists()
    open_ = [
        (name, reverse(page, args=[found.number]))
        for name, check, page in _STEPS
        if refusal_of(check, by, found) is None
    ]
    return [*open_[1:], open_[0]] if declared and len(open_) > 1 else open_


def _readers(found: Question) -> list[tuple[NamedReader, Tag]]:
    rows = found.readers.select_related("person").prefetch_related("declarations")
    return [(each, _declared(each, list(each.declarations.all()))) for each in rows]


def _declared(reader: NamedReader, words: list[ReaderDeclaration]) -> Tag:
    if reader.ended_at is not None:
        return _ENDED
    if not words:
        return _OWED
    return _INTEREST if any(word.interest for word in words) else _DECLARED


def _opinions(found: Question) -> list[dict[str, object]]:
    rows = [opinion for each in found.technologies.all() for opinion in each.opinions.all()]
    return [
        {"row": row, "who": row.reader.person, "verdict": verdict_tag(row.verdict), "text": opinion_of(row)}
        for row in rows
    ]
