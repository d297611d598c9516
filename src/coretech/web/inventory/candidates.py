"""What the inventories found: each candidate with its case, or the button that opens one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.opening import OWN_PROPOSAL, opens_for_the_office
from coretech.apps.cases.operations import open_case
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.queries import require_reader, visible_candidates
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.words import kind_name
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column
from coretech.web.work.areas import areas

_A_PAGE = 25
_COLUMNS = (
    Column(Sentence("候選項目", "Candidate")),
    Column(Sentence("種類", "Kind")),
    Column(Sentence("盤點機關", "Found by")),
    Column(Sentence("發現日", "Found on")),
    Column(Sentence("案件", "Case")),
)


@require_safe
def inventory(request: HttpRequest) -> HttpResponse:
    """The candidates this reader keeps: an agency's own, or all of them for the Office."""
    by = acting(request)
    require_reader(by)
    page = Paginator(visible_candidates(by), _A_PAGE).get_page(request.GET.get("page"))
    rows = [_row(by, candidate) for candidate in page]
    context = {
        "areas": areas(by, "inventory"),
        "columns": _COLUMNS,
        "rows": rows,
        "beware": OWN_PROPOSAL if any(row["for_the_office"] for row in rows) else None,
        "paging": paging(request, page),
    }
    return render(request, "inventory/candidates.jinja", context)


def _row(by: Acting, candidate: Candidate) -> dict[str, object]:
    found_on = candidate.found_at.astimezone(TAIPEI).date()
    case = getattr(candidate, "case", None)
    return {
        "candidate": candidate,
        "kind": kind_name(candidate.kind, candidate.aspect),
        "agency": candidate.round.agency.name_on(found_on),
        "found_on": found_on,
        "case": case,
        "refusal": refusal_of(open_case.check, by, candidate) if case is None else None,
        "for_the_office": case is None and opens_for_the_office(by, candidate.round.agency.code),
    }
