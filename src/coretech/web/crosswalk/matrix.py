"""The matrix of two lists: each relation by its letter and its word."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.lists.crosswalk import matrix
from coretech.apps.lists.mapping_files import Format
from coretech.apps.lists.operations import judge_mapping
from coretech.apps.lists.relations import WORDS
from coretech.apps.register.elsewhere import side_of
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.crosswalk.words import cell_of, entry_link, localized
from coretech.web.shell.words import say

MOST = 200
"""More rows or columns than this are not drawn; the files have them."""
FILES = {
    Format.SSSOM: "SSSOM (TSV)",
    Format.TTL: "SKOS (Turtle)",
    Format.JSONLD: "SKOS (JSON-LD)",
    Format.CSV: "CSV",
}


@require_safe
def crosswalk_matrix(request: HttpRequest, left_code: str, right_code: str) -> HttpResponse:
    """Rows of one list, columns of the other; ``?whole=1`` with what has no mapping. Public; HTTP 404 for no list."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    left, right = (side_of(code, by.today) for code in (left_code, right_code))
    whole = request.GET.get("whole") == "1"
    found = matrix(left, right, whole=whole)
    rows, columns = found.rows[:MOST], found.columns[:MOST]
    cells = ((row, [found.cell(row, column) for column in columns]) for row in rows)
    pair = [left_code, right_code]
    context = {
        "matrix": found,
        "links": [(say(each.title), localized(each.address)) for each in (left, right)],
        "heads": [entry_link(each) for each in columns],
        "rows": [(entry_link(row), [each and cell_of(each) for each in line]) for row, line in cells],
        "legend": WORDS.values(),
        "whole": whole,
        "cut": max(len(found.rows), len(found.columns)) > MOST,
        "most": MOST,
        "pair": pair,
        "waiting": sum(not each.state for each in found.cells.values()),
        "holds": sum(each.holds for each in found.cells.values()),
        "files": [(name, reverse("crosswalk_export", args=[*pair, form])) for form, name in FILES.items()],
        "judges": refusal_of(judge_mapping.check, by) is None,
    }
    return render(request, "crosswalk/matrix.jinja", context)
