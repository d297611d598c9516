"""The attachments of a case: their files sealed under the case's own key, in pieces."""

import json
from collections.abc import Iterator

from django.db.models import QuerySet

from coretech.apps.audit.keys import key_ring
from coretech.apps.cases.models import Attachment, AttachmentPiece, Case
from coretech.engines.sealing import ScopeTakenError, open_sealed, seal

MOST = 200
"""How many files a case may have, each version counted: they are all kept."""

PIECE = 1024 * 1024
"""How many bytes of a file are sealed as one piece."""


def attachments_of(case: Case) -> QuerySet[Attachment]:
    """All versions of all attachments, withdrawn ones too: by part, title and version, the newest first."""
    return case.attachments.order_by("part", "title", "-version")


def write_pieces(attachment: Attachment, content: bytes) -> None:
    """Seal a file to the place its attachment has; beside the file itself only a piece of it is in memory.

    Raises:
        SealingError: when files of the case were sealed before and its key is lost.
    """
    key, whole = _key_to_seal(attachment), memoryview(content)
    for number, start in enumerate(range(0, len(content), PIECE)):
        sealed = seal(key, bytes(whole[start : start + PIECE]), _context(attachment, number))
        AttachmentPiece.objects.create(attachment=attachment, number=number, sealed=sealed)


def pieces_of(attachment: Attachment) -> Iterator[bytes]:
    """The file as it was handed in, piece by piece.

    Raises:
        SealingError: when the key is lost, or a piece was changed, moved or taken out after it was sealed.
    """
    key = key_ring().scope_key(scope_of(attachment.case_id))
    for number in range(-(-attachment.size // PIECE)):
        sealed = attachment.pieces.filter(number=number).values_list("sealed", flat=True).first()
        yield open_sealed(key, bytes(sealed or b""), _context(attachment, number))


def scope_of(case_id: int) -> str:
    """The name of a case's key on the installation's ring."""
    return f"case-{case_id}"


def _key_to_seal(attachment: Attachment) -> bytes:
    """The case's key; made for its first file, and never a second time, which would hide a lost one."""
    ring, scope = key_ring(), scope_of(attachment.case_id)
    if AttachmentPiece.objects.filter(attachment__case=attachment.case_id).exists():
        return ring.scope_key(scope)
    try:
        return ring.create_scope(scope)
    except ScopeTakenError:
        return ring.scope_key(scope)


def _context(attachment: Attachment, number: int) -> bytes:
    """What a piece belongs to: no other case, title, version or place in the file opens it."""
    file = [attachment.case_id, attachment.part, attachment.title, attachment.version, attachment.sha256]
    return json.dumps(["attachment", *file, attachment.size, number], ensure_ascii=True).encode("ascii")
