"""Attachments of a case, levels of secrecy, and leave given by name (arts. 11 and 12)."""

import datetime as dt
from typing import Annotated, Literal

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse
from ninja import File, Form, Router, Status
from ninja.files import UploadedFile

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.files import ANY, binary
from coretech.api.schemas import AddressNumber, Day, Given, Id, Line, Moment, Reference, Shown, Words
from coretech.api.seen import Seen, seen_by
from coretech.apps.cases.grants import Given as Leave
from coretech.apps.cases.grants import grants_of
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.cases.operations.attach import attach
from coretech.apps.cases.operations.grant_access import check as check_leave
from coretech.apps.cases.operations.grant_access import grant_access
from coretech.apps.cases.operations.revoke_access import revoke_access
from coretech.apps.cases.operations.set_level import set_level
from coretech.apps.cases.operations.withdraw_attachment import withdraw_attachment
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.attachment_copies import hand_out_attachment
from coretech.apps.meetings.attachments import Listed, find_attachment, listed_attachments
from coretech.law.access import Secrecy
from coretech.law.terms import Part

cases = Router(tags=["attachments"])
attachments = Router(tags=["attachments"])

BINARY = binary(ANY)
HANDED_OUT = {"responses": {200: {"description": "The file, under its own media type.", **BINARY}}}


class AttachmentShown(Shown):
    """A version of an attachment; where it is closed to this account ``closed`` says why, and no more is told."""

    id: int
    part: str
    level: str
    attached_at: Moment
    withdrawn_at: Moment | None
    title: str | None
    version: int | None
    file_name: str | None
    media_type: str | None
    size: int | None
    sha256: str | None
    closed: Words | None


class LeaveShown(Shown):
    """Leave to read what is secret, and whether it counts today."""

    id: int
    person: Words
    why: str
    until: dt.date | None
    granted_at: Moment
    revoked_at: Moment | None
    counts: bool


class FilesFormGiven(Given):
    """What the files are attached to, and their level; without a part they are of the case as a whole."""

    part: Part | None = None
    level: Secrecy = Secrecy.CONFIDENTIAL


class WhyGiven(Given):
    """Why."""

    why: Line


class LevelGiven(Seen):
    """The new level of a part or of an attachment: exactly one of the two."""

    target: Part | Id
    level: Literal["open", "internal", "confidential", "secret"]
    why: Line


class LeaveGiven(Given):
    """Whom leave is given to, why, and its last day, if any."""

    person: Id
    why: Line
    until: Day | None = None


@cases.get("/{reference}/attachments", response=list[AttachmentShown], summary="附件 / Attachments")
def list_attachments(request: HttpRequest, reference: Reference) -> list[AttachmentShown]:
    """All versions of the case's attachments; those closed to this account without their names."""
    by = acting(request)
    return [_shown(listed) for listed in listed_attachments(by, find_case(by, reference))]


@cases.post("/{reference}/attachments", response=WRITTEN, summary="加入附件 / Attach files")
def attach_files(
    request: HttpRequest,
    reference: Reference,
    given: Annotated[FilesFormGiven, Form()],
    files: Annotated[list[UploadedFile], File()],
) -> Status[Done]:
    """Attach files as multipart form data, all or none; each is looked into, and sealed under the case's key."""
    find_case(acting(request), reference)
    handed = [HandedIn(file.name or "", file.read()) for file in files]
    part = given.part.value if given.part else ""
    return written(request, lambda by: attach(by, reference, handed, part, given.level.value), request.path)


@attachments.post(
    "/{attachment_id}/opening", summary="開啟附件 / Open an attachment", openapi_extra=HANDED_OUT
)
def open_an_attachment(request: HttpRequest, attachment_id: AddressNumber) -> StreamingHttpResponse:
    """This account's copy; each opening is recorded, a PDF bears the reader's name, a header names it for others."""
    copy = hand_out_attachment(acting(request), attachment_id)
    pieces = copy.pieces_in_turn() if isinstance(request, ASGIRequest) else copy.pieces
    response = StreamingHttpResponse(pieces, content_type=copy.media_type)
    response["Coretech-Copy-For"] = copy.note_header
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@attachments.post(
    "/{attachment_id}/withdrawal", response=WRITTEN, summary="撤下附件 / Withdraw an attachment"
)
def withdraw_an_attachment(
    request: HttpRequest, attachment_id: AddressNumber, given: WhyGiven
) -> Status[Done]:
    """Withdraw one version; it stays on the list and opens no more."""
    case = find_attachment(acting(request), attachment_id).case
    return written(request, lambda by: withdraw_attachment(by, case.reference, attachment_id, given.why))


@cases.post("/{reference}/levels", response=WRITTEN, summary="調整保密等級 / Set a level of secrecy")
def set_a_level(request: HttpRequest, reference: Reference, given: LevelGiven) -> Status[Done]:
    """Set the level of a part, in all its versions, or of an attachment by its number."""
    find_case(acting(request), reference)
    seen = seen_by(request, given)
    target = given.target.value if isinstance(given.target, Part) else given.target
    return written(
        request, lambda by: set_level(by, reference, target, given.level, why=given.why, seen=seen)
    )


@cases.get("/{reference}/leave", response=list[LeaveShown], summary="閱覽核准 / Leave to read")
def list_leave(request: HttpRequest, reference: Reference) -> list[LeaveShown]:
    """All leave given in the case, for the Office and the case's agencies."""
    by = acting(request)
    case = find_case(by, reference)
    check_leave(by, case)
    return [_leave(given) for given in grants_of(case, by.today)]


@cases.post("/{reference}/leave", response=WRITTEN, summary="核准閱覽 / Give leave to read")
def give_leave(request: HttpRequest, reference: Reference, given: LeaveGiven) -> Status[Done]:
    """Give one person leave to read what is secret in the case; nobody gives it to themselves."""
    find_case(acting(request), reference)
    return written(request, lambda by: grant_access(by, reference, given.person, given.why, given.until))


@cases.post("/{reference}/leave/{grant_id}/revocation", response=WRITTEN, summary="撤銷核准 / Revoke leave")
def revoke_leave(
    request: HttpRequest, reference: Reference, grant_id: AddressNumber, given: WhyGiven
) -> Status[Done]:
    """End somebody's leave from now on."""
    find_case(acting(request), reference)
    return written(request, lambda by: revoke_access(by, reference, grant_id, given.why))


def _shown(listed: Listed) -> AttachmentShown:
    file, opens = listed.attachment, listed.ruling.is_yes
    return AttachmentShown(
        id=file.pk,
        part=file.part,
        level=file.level,
        attached_at=file.attached_at,
        withdrawn_at=file.withdrawn_at,
        title=file.title if opens else None,
        version=file.version if opens else None,
        file_name=file.file_name if opens else None,
        media_type=file.media_type if opens else None,
        size=file.size if opens else None,
        sha256=file.sha256 if opens else None,
        closed=None if opens else Words.of(listed.ruling.reason),
    )


def _leave(given: Leave) -> LeaveShown:
    grant = given.grant
    return LeaveShown(
        id=grant.pk,
        person=Words.of(grant.person.name),
        why=grant.why,
        until=grant.until,
        granted_at=grant.granted_at,
        revoked_at=grant.revoked_at,
        counts=given.counts,
    )
