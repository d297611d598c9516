"""Handing a paper out: checked, unsealed, marked with its reader's name, and recorded."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.keys import keys_needed
from coretech.apps.meetings.models import Paper
from coretech.apps.meetings.operations.open_paper import check, open_paper
from coretech.apps.meetings.papers import content_of, find_paper
from coretech.apps.people.models import Person
from coretech.engines.documents.errors import DocumentError
from coretech.engines.stamping import StampError, stamped
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused
from coretech.readers.files import Kind


@dataclass(frozen=True, slots=True)
class Copy:
    """One reader's copy of a paper."""

    name: str
    media_type: str
    content: bytes


def hand_out(by: Acting, paper_id: int) -> Copy:
    """The paper for this reader; a PDF bears the reader's name and the moment on each page.

    The opening is recorded before the content leaves, and only for content that is there to leave.

    Raises:
        Refused: 404 for a paper this reader may not know of, 403 with the ruling that keeps it closed, 409 where the
            key is lost or the content was tampered with.
    """
    paper = find_paper(by, paper_id)
    check(by, paper)
    with keys_needed():
        content = content_of(paper)
    copy = Copy(paper.file_name, paper.media_type, _marked(by, paper, content))
    open_paper(by, paper.pk)
    return copy


def _marked(by: Acting, paper: Paper, content: bytes) -> bytes:
    if paper.media_type != Kind.PDF.media_type:
        return content
    try:
        return stamped(content, mark_of(by))
    except (StampError, DocumentError) as error:
        raise Refused(error.sentence, status=409) from error


def mark_of(by: Acting) -> str:
    """Whom a copy is for, and since when: the reader's name and the moment in Taipei."""
    person = Person.objects.filter(pk=by.person_id or 0).first()
    name = by.username if person is None else person.name_zh
    return f"{name}　{by.at.astimezone(TAIPEI):%Y-%m-%d %H:%M}　限本人閱覽"
