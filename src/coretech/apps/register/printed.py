"""Whether the scan of an announcement prints a name: read where its PDF holds words, else left to whoever looks."""

from coretech.apps.register.models import ItemVersion, Scan
from coretech.readers.files import Kind, pdf_words


def is_printed(scan: Scan, version: ItemVersion, name: str) -> bool:
    """Whether a name stands on the scan in place of the one this version says was announced.

    A picture, or a PDF whose words cannot be made out, says nothing against it.
    """
    if scan.media_type != Kind.PDF.media_type:
        return True
    words, said, now = _folded(pdf_words(bytes(scan.body))), _folded(name), _folded(version.name_announced)
    if not _is_legible(words, version):
        return True
    return said in words and (now not in words or now in said)


def _is_legible(words: str, version: ItemVersion) -> bool:
    """Whether the words hold what must stand there: the document's number, or a name that it announced."""
    announcement = version.announcement
    names = announcement.versions.values_list("name_announced", flat=True)
    return any(_folded(known) in words for known in (announcement.document_number, *names) if known)


def _folded(text: str) -> str:
    return "".join(text.split())
