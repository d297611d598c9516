"""The reviews of a year as a file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.register.review_table import review_rows
from coretech.apps.register.reviews import sheets
from coretech.kit.refusal import not_found
from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods
from coretech.readers.seats.write import MEDIA_TYPES, Format
from coretech.web.acting import acting
from coretech.web.reviews.listing import year_of


@require_safe
def reviews_file(request: HttpRequest, form: str) -> HttpResponse:
    """One row an item of the year, as CSV or ODS; kept out of every cache."""
    by = acting(request)
    year = year_of(request, by)
    rows = review_rows(sheets(by, year), by.today)
    if form not in set(Format):
        raise not_found("只提供CSV與ODS。", "There are only CSV and ODS.")
    kind = Format(form)
    content = write_csv(rows) if kind is Format.CSV else write_ods(rows, "reviews")
    response = HttpResponse(content, content_type=MEDIA_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="reviews-{year}.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response
