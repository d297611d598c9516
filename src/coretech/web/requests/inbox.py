"""The requests that came in: those that wait, the latest first of all, and those decided."""

from collections.abc import Iterable, Mapping

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.asked.requests import decided, is_late, require_reader, waiting
from coretech.apps.inventory.models import Request
from coretech.apps.register.asked import listed_technologies
from coretech.apps.register.models import ItemVersion
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.requests.rows import subject_of
from coretech.web.requests.words import KIND_NAMES, state_of
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column
from coretech.web.work.areas import areas

_A_PAGE = 25
_COLUMNS = (
    Column(Sentence("編號", "Number")),
    Column(Sentence("事由", "Ground")),
    Column(Sentence("技術", "Technology")),
    Column(Sentence("主管機關", "Authority")),
    Column(Sentence("預定回覆期限", "To be answered by")),
    Column(Sentence("狀態", "State")),
)


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """An authority's own for its officers, all for the Office."""
    by = acting(request)
    require_reader(by)
    listed = listed_technologies(by.today)
    open_ = list(waiting(by))
    page = Paginator(decided(by), _A_PAGE).get_page(request.GET.get("page"))
    context = {
        "areas": areas(by, "requests"),
        "columns": _COLUMNS,
        "waiting": _rows(by, open_, listed),
        "late": sum(is_late(each, by.today) for each in open_),
        "decided": _rows(by, page, listed),
        "paging": paging(request, page),
    }
    return render(request, "requests/inbox.jinja", context)


def _rows(by: Acting, found: Iterable[Request], listed: Mapping[int, ItemVersion]) -> list[dict[str, object]]:
    return [
        {
            "request": each,
            "kind": KIND_NAMES[Request.Kind(each.kind)],
            "subject": subject_of(each, listed),
            "authority": each.authority.name_on(by.today),
            "state": state_of(each, by.today),
        }
        for each in found
    ]
