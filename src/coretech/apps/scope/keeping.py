"""Sealing a question's secrets under the question's own key, and opening them again."""

import json

from coretech.apps.audit.keys import key_ring, keys_needed
from coretech.apps.scope.models import Answer, ExpertOpinion, Question, SealedText
from coretech.engines.sealing import ScopeTakenError, open_sealed, seal

_PREFIX = "question-"


def scope_of(question: Question) -> str:
    """The name of a question's key on the installation's ring."""
    return f"{_PREFIX}{question.pk}"


def begin(question: Question) -> None:
    """Make the question's key; everything of the question that may be secret is sealed under it."""
    with keys_needed():
        try:
            key_ring().create_scope(scope_of(question))
        except ScopeTakenError:  # left behind where an earlier asking was undone after its key was made
            key_ring().scope_key(scope_of(question))


def sealed(question: Question, text: str, *place: object) -> bytes:
    """The text, sealed to a place of the question: nowhere else does it open.

    Raises:
        Refused: (HTTP 409) where the question's key is lost or destroyed.
    """
    with keys_needed():
        return seal(key_ring().scope_key(scope_of(question)), text.encode(), _context(question, place))


def opened(question: Question, content: bytes | memoryview, *place: object) -> str:
    """What was sealed to a place of the question.

    Raises:
        Refused: (HTTP 409) where the key is lost or destroyed, or the content was changed or moved.
    """
    with keys_needed():
        key = key_ring().scope_key(scope_of(question))
        return open_sealed(key, bytes(content), _context(question, place)).decode()


def text_of(row: SealedText) -> str:
    """An asker's secret in plain words; whoever asks has been let in before."""
    return opened(row.question, row.sealed, *place_of_text(row.technology_id, row.title))


def reasons_of(answer: Answer) -> str:
    """The reasons of an answer."""
    return opened(answer.technology.question, answer.sealed, *place_of_answer(answer.technology_id))


def opinion_of(opinion: ExpertOpinion) -> str:
    """What an expert wrote."""
    place = place_of_opinion(opinion.technology_id, opinion.reader_id)
    return opened(opinion.technology.question, opinion.sealed, *place)


def place_of_text(technology_id: int | None, title: str) -> tuple[object, ...]:
    """Where an asker's secret belongs."""
    return "text", technology_id, title


def place_of_answer(technology_id: int) -> tuple[object, ...]:
    """Where the reasons of an answer belong."""
    return "answer", technology_id


def place_of_opinion(technology_id: int, reader_id: int) -> tuple[object, ...]:
    """Where an expert's opinion belongs."""
    return "opinion", technology_id, reader_id


def destroy(question: Question) -> None:
    """Destroy the key; what it sealed opens for nobody again."""
    key_ring().destroy_scope(scope_of(question))


def destroy_leftovers() -> int:
    """Destroy the keys of withdrawn questions, left where the program was stopped in between; says how many."""
    kept = set(key_ring().scopes(_PREFIX))
    withdrawn = Question.objects.filter(state=Question.State.WITHDRAWN)
    left = [question for question in withdrawn if scope_of(question) in kept]
    for question in left:
        destroy(question)
    return len(left)


def _context(question: Question, place: tuple[object, ...]) -> bytes:
    return json.dumps(["question", question.number, *place], ensure_ascii=True).encode("ascii")
