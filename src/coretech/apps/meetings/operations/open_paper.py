"""Opening a paper: every opening is an act (art. 11)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import require
from coretech.apps.meetings.models import Paper
from coretech.apps.meetings.papers import find_paper, paper_ruling
from coretech.law.ruling import Ruling


def check(by: Acting, paper: Paper) -> Ruling:
    """The ruling that opens the paper to this reader (HTTP 403 otherwise)."""
    return require(paper_ruling(by, paper), status=403)


@operation
def open_paper(by: Acting, paper_id: int) -> Act:
    """Record that somebody opened a paper; the leaf names neither the reader nor the paper's title."""
    paper = find_paper(by, paper_id)
    check(by, paper)
    return record(
        by,
        "paper.opened",
        f"paper/{paper.pk}",
        public={"meeting": paper.meeting_id, "version": paper.version},
        confidential={"person": by.person_id},
    )
