"""The record of a body as a file: what is sent here imports unchanged."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.bodies.exchange import rows_of
from coretech.apps.bodies.finding import find_body
from coretech.kit.refusal import not_found
from coretech.readers.seats.write import MEDIA_TYPES, Format, write_board
from coretech.web.acting import acting


@require_safe
def body_file(request: HttpRequest, body_id: int, form: str) -> HttpResponse:
    """Every seat and every appointment ever made, as CSV or ODS; kept out of every cache."""
    found = find_body(acting(request), body_id)
    if form not in set(Format):
        raise not_found("只提供CSV與ODS。", "There are only CSV and ODS.")
    kind = Format(form)
    response = HttpResponse(write_board(rows_of(found), kind), content_type=MEDIA_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{found.kind}-{found.agency.code}.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response
