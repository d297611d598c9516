"""The papers of a meeting by need to know: one answer for page, API and command (arts. 11 and 12)."""

import json
from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.keys import key_ring
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.powers import power_over
from coretech.apps.meetings.models import Meeting, Paper
from coretech.apps.meetings.queries import visible_meetings
from coretech.apps.meetings.recusal import stands_recused, word_of
from coretech.apps.meetings.seats import seat_of, sitting
from coretech.engines.sealing import open_sealed, seal
from coretech.kit.refusal import not_found
from coretech.law.access import Action, Matter, Role, Secrecy, who_may
from coretech.law.ruling import Ruling

PURPOSE = "papers"
"""The key that papers are sealed under, by its purpose on the installation's ring."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A paper as one reader may know of it: ``ruling`` says whether it opens, and if not, why."""

    paper: Paper
    ruling: Ruling


def newest_papers(meeting: Meeting) -> QuerySet[Paper]:
    """The newest version of each paper, without its content, the meeting's own first, then by item."""
    newest = meeting.papers.order_by("item_id", "title", "-version").distinct("item_id", "title")
    rows = Paper.objects.filter(pk__in=newest.values("pk")).defer("sealed")
    return rows.select_related("meeting__body__agency", "item").order_by("item__order", "title")


def filed_papers(by: Acting, meeting: Meeting) -> list[Filed]:
    """The meeting's papers with the law's answer for this reader; those of the whole meeting first."""
    papers = sorted(newest_papers(meeting), key=lambda paper: (paper.item is not None, _order(paper)))
    return [Filed(paper, paper_ruling(by, paper)) for paper in papers]


def find_paper(by: Acting, paper_id: int) -> Paper:
    """The paper without its content, where this reader may know of its meeting (HTTP 404 otherwise)."""
    rows = Paper.objects.defer("sealed").select_related("meeting__body__agency", "item")
    paper = rows.filter(pk=paper_id, meeting__in=visible_meetings(by)).first()
    if paper is None:
        raise not_found("沒有這份文件，或您無權閱覽。", "There is no such paper, or it is not yours to see.")
    return paper


def paper_ruling(by: Acting, paper: Paper) -> Ruling:
    """Whether a paper opens to this reader now; it closes again when the reader comes to be recused."""
    power = power_over(paper.meeting.body, Action.READ_PAPER)
    return who_may(power, by.standing, paper_matter(by, paper), by.today)


def paper_matter(by: Acting, paper: Paper) -> Matter:
    """How a reader stands to a paper: who runs the meeting is named, and whoever sits in a seat of it.

    A paper that is open asks for nothing; but to whoever is recused from its item even an open one is closed.
    """
    agencies = frozenset({paper.meeting.body.agency.code})
    person = by.person_id or 0
    recused = paper.item is not None and stands_recused(paper.item, person)
    runs = _runs(by, paper.meeting)
    return Matter(
        agencies,
        Secrecy.CONFIDENTIAL if paper.confidential or recused else Secrecy.OPEN,
        named=runs or _sits(by, paper.meeting),
        declared=runs or not _owes_a_word(paper, person),
        recused=recused,
    )


def content_of(paper: Paper) -> bytes:
    """The file as it was handed in.

    Raises:
        SealingError: when the key is lost, or the content was changed after it was sealed.
    """
    sealed = Paper.objects.values_list("sealed", flat=True).get(pk=paper.pk)
    return open_sealed(key_ring().key(PURPOSE), bytes(sealed), _context(paper))


def sealed_for(paper: Paper, content: bytes) -> bytes:
    """The content sealed to the place this paper has: no other meeting, item, title or version opens it.

    Raises:
        SealingError: when papers were sealed before and the key is lost.
    """
    ring = key_ring()
    key = ring.key(PURPOSE) if Paper.objects.exists() else ring.make_key(PURPOSE)
    return seal(key, content, _context(paper))


def _context(paper: Paper) -> bytes:
    place = ["paper", paper.meeting_id, paper.item_id, paper.title, paper.version, paper.sha256]
    return json.dumps(place, ensure_ascii=True).encode("ascii")


def _runs(by: Acting, meeting: Meeting) -> bool:
    """The Office for the council, the agency's officers for its panel, who controls plans for their coordination."""
    if is_coordination(meeting.body):
        return meeting.body.agency.code in by.standing.controls
    if meeting.body.kind == meeting.body.Kind.PANEL:
        return meeting.body.agency.code in by.standing.agencies
    return Role.OFFICE in by.standing.roles


def _owes_a_word(paper: Paper, person: int) -> bool:
    """Whether a person must first declare whether there is an interest in the paper's item."""
    if paper.item is None or is_coordination(paper.meeting.body):
        return False
    return word_of(paper.item, person) is None


def _sits(by: Acting, meeting: Meeting) -> bool:
    """Whether it is this reader who sits in a seat: not a member in whose place a stand-in is sent."""
    seat = seat_of(by, meeting)
    return seat is not None and sitting(meeting).get(seat.pk) == by.person_id


def _order(paper: Paper) -> int:
    return 0 if paper.item is None else paper.item.order
