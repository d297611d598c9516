"""Filing a paper of a meeting: recognised by its content, and sealed (art. 11)."""

import hashlib
import unicodedata
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.keys import keys_needed
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_meeting, require_not_closed
from coretech.apps.meetings.models import Item, Meeting, Paper
from coretech.apps.meetings.papers import sealed_for
from coretech.engines.stamping import StampError, stamped
from coretech.kit.refusal import Refused, bad_input
from coretech.law.access import Action
from coretech.readers.files import FileError, Kind, recognise

LONGEST_TITLE = 160
LONGEST_STEM = 120


@dataclass(frozen=True, slots=True)
class Handed:
    """A paper as it is handed in; ``item`` is None for a paper of the whole meeting."""

    title: str
    file_name: str
    content: bytes
    item: int | None = None
    confidential: bool = True


def check(by: Acting, meeting: Meeting) -> None:
    """Whether this person may file papers for the meeting now."""
    allow_on(by, meeting.body, Action.FILE_PAPER)
    require_not_closed(meeting)


@operation
def file_paper(by: Acting, meeting_id: int, handed: Handed) -> Act:
    """File a paper; under a title that is there already it is the next version, and as confidential as it says now."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    title, item = _title(handed.title), _item(meeting, handed.item)
    kind = _kind(handed.content)
    paper = Paper(
        meeting=meeting,
        item=item,
        title=title,
        version=1 + meeting.papers.filter(item=item, title=title).count(),
        file_name=_file_name(handed.file_name, kind),
        media_type=kind.media_type,
        size=len(handed.content),
        sha256=hashlib.sha256(handed.content).hexdigest(),
        confidential=handed.confidential,
        filed_at=by.at,
    )
    with keys_needed():
        paper.sealed = sealed_for(paper, handed.content)
    paper.save()
    return record(
        by,
        "paper.filed",
        f"paper/{paper.pk}",
        public={"meeting": meeting.pk, "version": paper.version, "confidential": paper.confidential},
        confidential={"item": paper.item_id, "title": title, "sha256": paper.sha256},
        rows=[paper],
    )


def _title(title: str) -> str:
    plain = " ".join(title.split())
    if not plain or len(plain) > LONGEST_TITLE or any(unicodedata.category(c) == "Cc" for c in plain):
        raise bad_input(
            "title",
            f"請填寫文件名稱（至多{LONGEST_TITLE}字）。",
            f"Give a title of at most {LONGEST_TITLE} characters.",
        )
    return plain


def _item(meeting: Meeting, item_id: int | None) -> Item | None:
    if item_id is None:
        return None
    item = meeting.items.filter(pk=item_id).first()
    if item is None:
        raise bad_input("item", "請由本次會議的議程中選擇議案。", "Choose an item of this meeting's agenda.")
    return item


def _kind(content: bytes) -> Kind:
    """The file's kind; a PDF must also take the reader's name, or nobody could open it."""
    try:
        kind = recognise(content)
        if kind is Kind.PDF:
            stamped(content, "-")
    except (FileError, StampError) as error:
        raise Refused(error.sentence, status=422, field="file") from error
    return kind


def _file_name(given: str, kind: Kind) -> str:
    """The name without folders and unseen characters, ending as the content asks."""
    base = given.replace("\\", "/").rpartition("/")[2]
    seen = "".join(c for c in unicodedata.normalize("NFC", base) if unicodedata.category(c)[0] != "C")
    stem = seen.rpartition(".")[0] or seen
    return f"{stem.strip(' .')[:LONGEST_STEM] or 'paper'}{kind.suffix}"
