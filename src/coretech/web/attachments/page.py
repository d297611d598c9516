"""The attachments of a case: which there are, which open to the reader, and handing one out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of, require
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Attachment, Case
from coretech.apps.cases.operations import attach, grant_access, withdraw_attachment
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.attachment_copies import AttachmentCopy, hand_out_attachment
from coretech.apps.meetings.attachments import (
    Listed,
    attachment_ruling,
    find_attachment,
    listed_attachments,
)
from coretech.apps.meetings.citable import citable
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling
from coretech.web.acting import acting
from coretech.web.attachments.words import level_tag, part_words
from coretech.web.shell.parts import Tag

_LONGEST_NUMBER = 18


@dataclass(frozen=True, slots=True)
class Row:
    """One version of an attachment that this reader may know of."""

    attachment: Attachment
    size: str
    level: Tag
    opens: bool
    withdrawable: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """The attachments of one part; of those closed to the reader the page tells how many there are, and why."""

    name: Sentence
    rows: tuple[Row, ...]
    closed: tuple[tuple[Ruling, int], ...]


@require_http_methods(["GET", "HEAD", "POST"])
def attachments(request: HttpRequest, reference: str) -> HttpResponseBase:
    """The attachments by part; one's button hands it out, and each press is an act of its own."""
    by = acting(request)
    case = find_case(by, reference)
    if request.method == "POST":
        return handed_out(request, hand_out_attachment(by, _number(request.POST.get("attachment", ""))))
    return _page(request, by, case)


@require_http_methods(["GET", "HEAD", "POST"])
def attachment(request: HttpRequest, attachment_id: int) -> HttpResponseBase:
    """One version of an attachment, where evidence leads to it; its button hands it out.

    A newer version is named; a withdrawn one stays on record and opens to nobody.
    """
    by = acting(request)
    if request.method == "POST":
        return handed_out(request, hand_out_attachment(by, attachment_id))
    found = find_attachment(by, attachment_id)
    ruling = require(attachment_ruling(by, found), status=403)
    context = {
        "case": found.case,
        "row": _row(by, Listed(found, ruling)),
        "part": part_words(found.part),
        "newer": citable(by, found.case).newer(found),
    }
    return render(request, "attachments/attachment.jinja", context)


def handed_out(request: HttpRequest, copy: AttachmentCopy) -> StreamingHttpResponse:
    """A reader's copy as a file to keep apart from every cache, sent piece by piece, with a note whose it is."""
    pieces = copy.pieces_in_turn() if isinstance(request, ASGIRequest) else copy.pieces
    response = StreamingHttpResponse(pieces, content_type=copy.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=copy.name) or ""
    response["Coretech-Copy-For"] = copy.note_header
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit()) or len(typed) > _LONGEST_NUMBER:
        message = "an attachment is asked for by its number"
        raise BadRequest(message)
    return int(typed)


def _page(request: HttpRequest, by: Acting, case: Case) -> HttpResponse:
    listed = list(listed_attachments(by, case))
    shelves = [_shelf(by, name, listed) for name in ("", *PARTS)]
    context = {
        "case": case,
        "shelves": [shelf for shelf in shelves if shelf.rows or shelf.closed],
        "signed": by.standing.agreement_signed,
        "refusal": refusal_of(attach.check, by, case),
        "keeps": refusal_of(grant_access.check, by, case) is None,
    }
    return render(request, "attachments/attachments.jinja", context)


def _shelf(by: Acting, name: str, listed: Sequence[Listed]) -> Shelf:
    own = [each for each in listed if each.attachment.part == name]
    closed = [each.ruling for each in own if not each.ruling.is_yes]
    reasons, counts = (
        {ruling.reason: ruling for ruling in closed},
        Counter(ruling.reason for ruling in closed),
    )
    return Shelf(
        part_words(name),
        rows=tuple(_row(by, each) for each in own if each.ruling.is_yes),
        closed=tuple((reasons[reason], count) for reason, count in counts.items()),
    )


def _row(by: Acting, listed: Listed) -> Row:
    attachment = listed.attachment
    return Row(
        attachment,
        filesizeformat(attachment.size),
        level_tag(attachment.level),
        opens=listed.opens,
        withdrawable=refusal_of(withdraw_attachment.check, by, attachment) is None,
    )
