"""From rows to the law's facts: how a reader stands to a question, and so to its secrets (arts. 11 and 12)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import require
from coretech.apps.scope.models import NamedReader, Question
from coretech.law.access import Action, Matter, Secrecy, who_may
from coretech.law.ruling import Ruling


def open_matter(question: Question) -> Matter:
    """The question as its authority's matter, without what is sealed."""
    return Matter(agencies=frozenset({question.authority.code}))


def reader_of(by: Acting, question: Question) -> NamedReader | None:
    """This person as somebody named to the question, where the naming has not ended."""
    return question.readers.filter(person_id=by.person_id or 0, ended_at=None).first()


def sealed_matter(by: Acting, question: Question) -> Matter:
    """How this person stands to what is sealed: named, declared, recused by an interest."""
    reader = reader_of(by, question)
    words = [] if reader is None else list(reader.declarations.all())
    return Matter(
        frozenset({question.authority.code}),
        Secrecy.CONFIDENTIAL,
        named=reader is not None,
        declared=bool(words),
        recused=any(word.interest for word in words),
    )


def sealed_ruling(by: Acting, question: Question) -> Ruling:
    """Whether what is sealed opens to this person now, and if not, why."""
    reader = reader_of(by, question)
    expert = reader is not None and reader.part == NamedReader.Part.EXPERT
    power = Action.ADVISE_SCOPE if expert else Action.HANDLE_SCOPE
    return who_may(power, by.standing, sealed_matter(by, question), by.today)


def require_opens(by: Acting, question: Question) -> Ruling:
    """Require that what is sealed opens to this person (HTTP 403 otherwise)."""
    return require(sealed_ruling(by, question), status=403)


def has_secrets(question: Question) -> bool:
    """Whether the asker handed in anything sealed."""
    return question.sealed_texts.exists()
