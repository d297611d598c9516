"""Comments on pre-announcements: those that wait for an answer first, and all of them as a table."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.cases.comment_sheet import MEDIA_TYPES, Format, comment_sheet
from coretech.apps.cases.queries import all_comments, unanswered_comments
from coretech.kit.refusal import not_found
from coretech.web.acting import acting
from coretech.web.notices.tags import DISPOSITIONS
from coretech.web.shell.paging import paging

_A_PAGE = 20


@require_safe
def comments(request: HttpRequest) -> HttpResponse:
    """The comments to answer, or all of them with ``?all=1``; for the Office."""
    by = acting(request)
    everything = request.GET.get("all") == "1"
    waiting, received = unanswered_comments(by), all_comments(by)
    page = Paginator(received if everything else waiting, _A_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": [(comment, DISPOSITIONS.get(comment.disposition)) for comment in page],
        "everything": everything,
        "waiting": waiting.count(),
        "total": received.count(),
        "paging": paging(request, page),
    }
    return render(request, "cases/comments.jinja", context)


@require_safe
def comments_file(request: HttpRequest, form: str) -> HttpResponse:
    """Every comment with its disposition as CSV or ODS, without the senders; for the Office, and for no cache."""
    if form not in set(Format):
        raise not_found("只提供CSV與ODS。", "There are only CSV and ODS.")
    kind = Format(form)
    response = HttpResponse(comment_sheet(acting(request), kind), content_type=MEDIA_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="comments.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response
