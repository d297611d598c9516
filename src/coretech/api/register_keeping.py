"""Keeping the list: corrections of clerical errors, notes on items' scope, scans of announcements, legal states."""

import datetime as dt
from http import HTTPStatus
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from ninja import Field, File, Query, Router, Status
from ninja.files import UploadedFile
from pydantic import Strict

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC
from coretech.api.files import binary
from coretech.api.schemas import (
    LARGEST_ID,
    AddressNumber,
    Code,
    Count,
    Day,
    Flag,
    Given,
    Line,
    Moment,
    Named,
    Paragraphs,
    Shown,
    Words,
)
from coretech.api.shapes import agency_on
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.register.correcting import Correction
from coretech.apps.register.legal_states import Milestone, milestones
from coretech.apps.register.models import Scan, ScopeNote
from coretech.apps.register.operations.correct_entry import correct_entry
from coretech.apps.register.operations.file_scan import file_scan
from coretech.apps.register.operations.note_scope import Note, note_scope
from coretech.apps.register.operations.withdraw_scope_note import withdraw_scope_note
from coretech.apps.register.queries import find_announcement, history
from coretech.apps.register.scanning import KINDS, find_scan, scans_of
from coretech.apps.register.scope_notes import topics_of
from coretech.kit.clock import TAIPEI

items = Router(tags=["register"])
scans = Router(tags=["announcements"])

SeenNote = Annotated[int, Strict(), Field(ge=0, le=LARGEST_ID)]
KnownAt = Annotated[
    Day | None, Query(None, description="What was known at the end of this day; all by default.")
]
SCANNED = {
    "responses": {
        HTTPStatus.OK.value: {
            "description": "The scan, under its own media type.",
            **binary(*(kind.media_type for kind in KINDS)),
        }
    }
}


class LegalStateShown(Shown):
    """A legal state an item reached on a day, by which document, on the way to which of its versions."""

    state: str
    date: dt.date
    document_number: str
    version: int


class ScopeNoteShown(Shown):
    """A note on how far an item reaches; null in place of a text that withdraws the topic, ``source`` then says why."""

    id: int
    topic: str
    text: Words | None
    source: str
    authority: Named
    noted_at: Moment
    counts: bool


class ScanShown(Shown):
    """A scan of an announcement; the first of a list is the one that is shown."""

    id: int
    file_name: str
    media_type: str
    size: int
    sha256: str
    filed_at: Moment


class CorrectionGiven(Given):
    """What the version should have said; what is left out stays as it is.

    ``seen`` is the number of the item's newest version that the writer saw.
    """

    reason: Paragraphs
    source: Paragraphs
    name_zh: Paragraphs | None = None
    name_announced: Paragraphs | None = None
    damaged: Flag | None = None
    name_en: Paragraphs | None = None
    name_source: Paragraphs | None = None
    scope_zh: Paragraphs | None = None
    scope_en: Paragraphs | None = None
    sector: Code | None = None
    authority: Code | None = None
    valid_from: Day | None = None
    seen: Count | None = None


class ScopeNoteGiven(Given):
    """A note on a topic; ``seen`` is the id of the item's newest note that the writer saw, 0 where there was none."""

    topic: Line
    zh: Paragraphs
    en: Paragraphs
    source: Paragraphs
    seen: SeenNote | None = None


class ScopeNoteWithdrawn(Given):
    """Which topic's note counts no longer, and why; ``seen`` as with a note."""

    topic: Line
    why: Paragraphs
    seen: SeenNote | None = None


@items.get(
    "/{no}/states",
    auth=PUBLIC,
    response=list[LegalStateShown],
    summary="一項的法律狀態 / An item's legal states",
)
def list_states(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
    no: AddressNumber,
) -> list[LegalStateShown]:
    """Each legal state behind the standing versions, from the inventory to the list and off it, oldest first."""
    return [_state(step) for step in milestones(history(no))]


@items.get(
    "/{no}/scope-notes",
    auth=PUBLIC,
    response=list[ScopeNoteShown],
    summary="一項的範疇說明 / Notes on an item's scope",
)
def list_scope_notes(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
    no: AddressNumber,
    known_at: KnownAt = None,
) -> list[ScopeNoteShown]:
    """All notes, topic by topic, oldest first; the newest of a topic counts unless it withdraws it."""
    topics = topics_of(history(no)[0].item_id, known_at)
    return [
        _note(note, counts=note == topic.newest and not topic.withdrawn)
        for topic in topics
        for note in topic.notes
    ]


@items.post("/{no}/scope-notes", response=WRITTEN, summary="說明範疇 / Note an item's scope")
def note_the_scope(request: HttpRequest, no: AddressNumber, given: ScopeNoteGiven) -> Status[Done]:
    """Note how far an item reaches; for officers of its authority."""
    note = Note(**given.model_dump())
    return written(request, lambda by: note_scope(by, no, note), request.path)


@items.post(
    "/{no}/scope-notes/withdrawal", response=WRITTEN, summary="撤回範疇說明 / Withdraw a note on the scope"
)
def withdraw_the_note(request: HttpRequest, no: AddressNumber, given: ScopeNoteWithdrawn) -> Status[Done]:
    """Let the note on a topic count no longer; it stays on record."""
    place = reverse("api:list_scope_notes", args=[no])
    return written(request, lambda by: withdraw_scope_note(by, no, given.topic, given.why, given.seen), place)


@items.post(
    "/{no}/versions/{version}/correction", response=WRITTEN, summary="更正登載錯誤 / Correct a clerical error"
)
def correct_a_version(
    request: HttpRequest, no: AddressNumber, version: AddressNumber, given: CorrectionGiven
) -> Status[Done]:
    """Put right what this register entered wrongly; a correction that would change what was announced is refused."""
    correction = Correction(**given.model_dump())
    place = reverse("api:list_versions", args=[no])
    return written(request, lambda by: correct_entry(by, no, version, correction), place)


@scans.get(
    "/{edition}/scans", auth=PUBLIC, response=list[ScanShown], summary="公告掃描檔 / Scans of an announcement"
)
def list_scans(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
    edition: AddressNumber,
) -> list[ScanShown]:
    """The scans of an announcement, the newest, which is shown, first."""
    return [_scan(scan) for scan in scans_of(find_announcement(edition))]


@scans.get("/{edition}/scans/{scan_id}", auth=PUBLIC, summary="下載掃描檔 / A scan", openapi_extra=SCANNED)
def download_scan(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
    edition: AddressNumber,
    scan_id: AddressNumber,
) -> HttpResponse:
    """The file."""
    scan = find_scan(edition, scan_id)
    response = HttpResponse(bytes(scan.body), content_type=scan.media_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=scan.file_name) or ""
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


@scans.post("/{edition}/scans", response=WRITTEN, summary="登錄掃描檔 / File a scan")
def file_a_scan(
    request: HttpRequest, edition: AddressNumber, scan: Annotated[UploadedFile, File()]
) -> Status[Done]:
    """File a scan as multipart form data: a PDF or a picture by its content, up to 20 MB. It is public."""
    file = HandedIn(scan.name or "", scan.read())
    return written(request, lambda by: file_scan(by, edition, file), request.path)


def _state(step: Milestone) -> LegalStateShown:
    return LegalStateShown(
        state=step.state.value,
        date=step.day,
        document_number=step.document_number,
        version=step.version.version,
    )


def _note(row: ScopeNote, *, counts: bool) -> ScopeNoteShown:
    return ScopeNoteShown(
        id=row.pk,
        topic=row.topic,
        text=Words.of(row.text) if row.zh else None,
        source=row.source,
        authority=agency_on(row.authority, row.noted_at.astimezone(TAIPEI).date()),
        noted_at=row.noted_at,
        counts=counts,
    )


def _scan(row: Scan) -> ScanShown:
    return ScanShown(
        id=row.pk,
        file_name=row.file_name,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        filed_at=row.filed_at,
    )
