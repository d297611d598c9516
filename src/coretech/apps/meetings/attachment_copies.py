"""Handing an attachment out: checked, unsealed piece by piece, marked with its reader's name, and recorded."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from asgiref.sync import sync_to_async

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.keys import keys_needed
from coretech.apps.cases.attachments import pieces_of
from coretech.apps.cases.models import Attachment
from coretech.apps.meetings.attachments import find_attachment
from coretech.apps.meetings.handing import mark_of
from coretech.apps.meetings.operations.open_attachment import check, open_attachment
from coretech.engines.documents.errors import DocumentError
from coretech.engines.stamping import StampError, stamped
from coretech.kit.refusal import Refused
from coretech.readers.files import Kind


@dataclass(frozen=True, slots=True)
class AttachmentCopy:
    """One reader's copy of an attachment; ``note`` says whose it is, for what cannot bear a name on its pages."""

    name: str
    media_type: str
    note: str
    pieces: Iterator[bytes]

    @property
    def note_header(self) -> str:
        """The note as a header can carry it (RFC 8187)."""
        return f"UTF-8''{quote(self.note)}"

    async def pieces_in_turn(self) -> AsyncIterator[bytes]:
        """The same pieces for a server that waits on many readers at once."""
        while (piece := await sync_to_async(self._next_piece)()) is not None:
            yield piece

    def _next_piece(self) -> bytes | None:
        return next(self.pieces, None)


def hand_out_attachment(by: Acting, attachment_id: int) -> AttachmentCopy:
    """The attachment for this reader; a PDF bears the reader's name and the moment on each page.

    Every piece is unsealed once before the opening is recorded and the first one leaves, so that a file which was
    tampered with leaves in no part. Only a PDF is in memory whole, for its marks.

    Raises:
        Refused: 404 for one this reader may not know of, 403 with the ruling that keeps it closed, 409 where it was
            withdrawn, its key is lost or its content was tampered with.
    """
    attachment = find_attachment(by, attachment_id)
    check(by, attachment)
    pieces = _marked(by, attachment) if attachment.media_type == Kind.PDF.media_type else _checked(attachment)
    copy = AttachmentCopy(attachment.file_name, attachment.media_type, mark_of(by), pieces)
    open_attachment(by, attachment.pk)
    return copy


def _checked(attachment: Attachment) -> Iterator[bytes]:
    with keys_needed():
        for _ in pieces_of(attachment):
            pass
    return pieces_of(attachment)


def _marked(by: Acting, attachment: Attachment) -> Iterator[bytes]:
    with keys_needed():
        content = b"".join(pieces_of(attachment))
    try:
        return iter([stamped(content, mark_of(by))])
    except (StampError, DocumentError) as error:
        raise Refused(error.sentence, status=409) from error
