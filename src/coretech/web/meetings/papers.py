"""The papers of a meeting: which there are, which open to the reader, and handing one out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings import queries
from coretech.apps.meetings.handing import Copy, hand_out
from coretech.apps.meetings.models import Item, Meeting, Paper
from coretech.apps.meetings.operations import file_paper
from coretech.apps.meetings.papers import Filed, filed_papers
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.law.ruling import Ruling
from coretech.readers.files import Kind
from coretech.web.acting import acting
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.words import title_of

KINDS = {
    Kind.PDF: Sentence("PDF", "PDF"),
    Kind.ODT: Sentence("ODF 文字文件", "ODF text"),
    Kind.ODS: Sentence("ODF 試算表", "ODF spreadsheet"),
    Kind.ODP: Sentence("ODF 簡報", "ODF presentation"),
    Kind.PNG: Sentence("圖片（PNG）", "Picture (PNG)"),
    Kind.JPEG: Sentence("圖片（JPEG）", "Picture (JPEG)"),
    Kind.CSV: Sentence("表格（CSV）", "Table (CSV)"),
    Kind.TEXT: Sentence("純文字", "Plain text"),
}
_BY_MEDIA_TYPE = {kind.media_type: words for kind, words in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers of one item, or of the whole meeting where ``item`` is None.

    Of those closed to the reader the page tells how many there are and why, never a title.
    """

    item: Item | None
    opened: tuple[Paper, ...]
    closed: tuple[tuple[Ruling, int], ...]


@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The papers by item; a paper's button hands it out, and each press is an act of its own."""
    by = acting(request)
    meeting = queries.find_meeting(by, meeting_id)
    allow_on(by, meeting.body, Action.READ_PAPER)
    if request.method == "POST":
        return _handed_out(by, request.POST.get("paper", ""))
    return render(request, "meetings/papers.jinja", _context(by, meeting))


def download(copy: Copy) -> HttpResponse:
    """A reader's copy as a file to keep apart from every cache; no browser runs or guesses at it."""
    response = HttpResponse(copy.content, content_type=copy.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=copy.name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _handed_out(by: Acting, number: str) -> HttpResponse:
    if not (number.isascii() and number.isdigit()) or len(number) > len(str(2**63 - 1)) - 1:
        message = "a paper is asked for by its number"
        raise BadRequest(message)
    return download(hand_out(by, int(number)))


def _context(by: Acting, meeting: Meeting) -> dict[str, object]:
    filed = filed_papers(by, meeting)
    shelves = [_shelf(item, filed) for item in (None, *queries.agenda_of(meeting))]
    return {
        "meeting": meeting,
        "title": title_of(meeting),
        "shelves": [shelf for shelf in shelves if shelf.opened or shelf.closed],
        "facts": {each.paper.pk: _facts(each.paper) for each in filed},
        "signed": by.standing.agreement_signed,
        "filing": gate_of(file_paper.check, by, meeting),
    }


def _shelf(item: Item | None, filed: Iterable[Filed]) -> Shelf:
    own = [each for each in filed if each.paper.item_id == (item and item.pk)]
    reasons = {each.ruling.reason: each.ruling for each in own if not each.ruling.is_yes}
    counts = Counter(each.ruling.reason for each in own if not each.ruling.is_yes)
    return Shelf(
        item,
        opened=tuple(each.paper for each in own if each.ruling.is_yes),
        closed=tuple((reasons[reason], count) for reason, count in counts.items()),
    )


def _facts(paper: Paper) -> tuple[Sentence, str]:
    """What kind of file, and how large."""
    return _BY_MEDIA_TYPE[paper.media_type], filesizeformat(paper.size)
