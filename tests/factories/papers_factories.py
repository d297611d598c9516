"""Papers of every kind, and meetings that have some."""

import datetime as dt
import io
import struct
import zipfile
import zlib
from functools import cache

from pypdf import PdfWriter

from coretech.apps.bodies.models import Appointment, Designation
from coretech.apps.meetings.models import Item, Meeting, Paper
from coretech.apps.meetings.operations.file_paper import Handed, file_paper
from coretech.apps.people.models import Person
from coretech.kit.clock import TAIPEI
from tests import factories

ODT_TYPE = "application/vnd.oasis.opendocument.text"
CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><office:scripts>{scripts}</office:scripts>'
    "<office:body><office:text><text:p>{body}</text:p></office:text></office:body></office:document-content>"
)
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<m:file-entry m:full-path="content.xml" m:media-type="{media_type}">{inside}</m:file-entry></m:manifest>'
)


def pdf(pages: int = 1, *, rotated: int = 0) -> bytes:
    """A PDF with blank pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842).rotate(rotated)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """What a writer of PDFs holds, as a file."""
    whole = io.BytesIO()
    writer.write(whole)
    return whole.getvalue()


def package(entries: dict[str, bytes]) -> bytes:
    """A zip package; ``mimetype`` is stored, the rest deflated."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(name, content, stored)
    return whole.getvalue()


def odt(
    scripts: str = "", body: str = "內容", more: dict[str, bytes] | None = None, **manifest: str
) -> bytes:
    """An OpenDocument text; ``manifest`` changes what its manifest says of the content."""
    entry = {"media_type": "text/xml", "inside": ""} | manifest
    return package(
        {
            "mimetype": ODT_TYPE.encode(),
            "content.xml": CONTENT.format(scripts=scripts, body=body).encode(),
            "META-INF/manifest.xml": MANIFEST.format(**entry).encode(),
            **(more or {}),
        }
    )


@cache
def bomb() -> bytes:
    """An OpenDocument text of half a megabyte that would swell to 600; a second's work, so done when a test asks."""
    return odt(more={"x.bin": bytes(600_000_000)})


def png(width: int = 2, height: int = 2, pixels: bytes | None = None) -> bytes:
    """A grey PNG."""
    rows = (
        zlib.compress(b"".join(b"\x00" + b"\x80" * width for _ in range(height)))
        if pixels is None
        else pixels
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def jpeg(width: int = 2, height: int = 2) -> bytes:
    """The parts of a JPEG: a frame, a scan with a stuffed byte, a restart and a fill byte, and the end."""
    frame = struct.pack(">HBHHBBBB", 11, 8, height, width, 1, 1, 0x11, 0)
    scan = struct.pack(">HBBBBBB", 8, 1, 1, 0, 0, 63, 0)
    return b"\xff\xd8\xff\xc0" + frame + b"\xff\xda" + scan + b"\x12\xff\x00\x34\xff\xd0\x56\xff\xff\xd9"


def filed(
    meeting: Meeting,
    item: Item | None = None,
    *,
    confidential: bool = True,
    title: str = "",
    content: bytes = b"",
) -> Paper:
    """A paper filed by the Office, or by the officers of a panel's agency."""
    kind = "open" if not confidential else "confidential"
    handed = Handed(
        title or f"{kind} paper of the {'meeting' if item is None else 'item'}",
        "資料.txt",
        content or f"the words of {kind}".encode(),
        None if item is None else item.pk,
        confidential,
    )
    username = f"agency-{meeting.body.agency.code}" if meeting.body.kind == "panel" else "office"
    act = file_paper(factories.acting(username, meeting.held_on), meeting.pk, handed)
    return Paper.objects.get(pk=int(act.subject.split("/")[1]))


def item_with_papers(day: dt.date = factories.DAY) -> Item:
    """A case on the agenda of a called meeting with an open and a confidential paper, for it and for the meeting."""
    meeting = factories.called_meeting(day)
    item = factories.listed_item(factories.checked_case(factories.renaming(), day), meeting)
    for about in (None, item):
        for confidential in (False, True):
            filed(meeting, about, confidential=confidential)
    return item


def send(person: Person, seat: Appointment, day: dt.date = factories.DAY) -> None:
    """Let the seat's agency send somebody in the member's place on a day."""
    at = dt.datetime.combine(day, dt.time(9), TAIPEI)
    Designation.objects.create(appointment=seat, person=person, on=day, cause="abroad", designated_at=at)
