"""The minutes as files: ODT to work on, PDF to keep."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from coretech.apps.documents.minutes import minutes_file
from coretech.web.acting import acting
from coretech.web.minutes.words import document_language


@require_safe
def minutes_odt(request: HttpRequest, meeting_id: int, version: int) -> HttpResponse:
    """This reader's copy as an OpenDocument text."""
    return _file(request, meeting_id, version, "odt")


@require_safe
def minutes_pdf(request: HttpRequest, meeting_id: int, version: int) -> HttpResponse:
    """This reader's copy as PDF/UA-1."""
    return _file(request, meeting_id, version, "pdf")


def _file(request: HttpRequest, meeting_id: int, version: int, form: str) -> HttpResponse:
    file = minutes_file(acting(request), meeting_id, form, version, document_language())
    response = HttpResponse(file.content, content_type=file.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
