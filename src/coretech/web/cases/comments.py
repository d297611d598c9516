"""Comments on pre-announcements: those that wait for an answer first."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.cases.queries import all_comments, unanswered_comments
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
