"""The questions that came in: those that wait, what is due first at the top, and those answered or withdrawn."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.scope.models import Question
from coretech.apps.scope.queries import is_late, require_reader, settled, waiting
from coretech.apps.scope.targets import NO_LAW
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.scope.official.words import ASKERS, tags_of
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column
from coretech.web.work.areas import areas

_A_PAGE = 25
_COLUMNS = (
    Column(Sentence("編號", "Number")),
    Column(Sentence("詢問人", "Asked by")),
    Column(Sentence("技術", "Technologies")),
    Column(Sentence("主管機關", "Authority")),
    Column(Sentence("服務目標", "Target")),
    Column(Sentence("狀態", "State")),
)


@require_safe
def scope_questions(request: HttpRequest) -> HttpResponse:
    """An authority's own for its officers, all for the Office, those named to for an expert."""
    by = acting(request)
    require_reader(by)
    open_ = list(waiting(by).prefetch_related("technologies"))
    rows = settled(by).prefetch_related("technologies")
    page = Paginator(rows, _A_PAGE).get_page(request.GET.get("page"))
    context = {
        "areas": areas(by, "scope_questions"),
        "columns": _COLUMNS,
        "no_law": NO_LAW,
        "late": sum(is_late(each, by.today) for each in open_),
        "waiting": _rows(by, open_),
        "settled": _rows(by, page),
        "paging": paging(request, page),
    }
    return render(request, "scope/official/queue.jinja", context)


def _rows(by: Acting, found: Iterable[Question]) -> list[dict[str, object]]:
    return [
        {
            "question": each,
            "asker": ASKERS[Question.Asker(each.asker)],
            "names": [technology.name for technology in each.technologies.all()],
            "authority": each.authority.name_on(by.today),
            "tags": tags_of(each, by.today),
        }
        for each in found
    ]
