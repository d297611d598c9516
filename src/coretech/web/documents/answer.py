"""Handing a made file out: to be saved, kept by no cache, guessed at by no browser."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from coretech.engines.documents.model import Language
from coretech.web.shell.words import language


def download(name: str, media_type: str, content: bytes) -> HttpResponse:
    """The file as an attachment."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def document_language() -> Language:
    """The language a document is set in for this page."""
    return "en" if language() == "en" else "zh-Hant-TW"
