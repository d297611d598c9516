"""The words a PDF holds, where its letters can be made out."""

import io

from pypdf import PdfReader
from pypdf.errors import PyPdfError

MOST_PAGES = 200


def pdf_words(data: bytes) -> str:
    """The words of its first pages, page after page; empty for a scan that is all picture, or that cannot be read."""
    try:
        pages = PdfReader(io.BytesIO(data), strict=False).pages
        return "\n".join(page.extract_text() for page in pages[:MOST_PAGES])
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ):  # what a damaged file makes of the reader, as in `read_pdf`
        return ""
