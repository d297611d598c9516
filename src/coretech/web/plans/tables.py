"""One of a plan's tables of numbers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import NumberTable
from coretech.apps.plans.queries import findings_of, table_of, version_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.plans.words import line_of, lines_of
from coretech.web.shell.parts import Column


@require_safe
def plan_table(request: HttpRequest, plan_slug: str, table_key: str) -> HttpResponse:
    """A table as printed, with the findings about it. Public; HTTP 404 where there is none."""
    allow(acting(request), Action.READ_PLAN)
    version = version_of(plan_slug)
    table = table_of(version, table_key)
    ends = [each.line for each in version.numbertables.order_by("line") if each.line > table.line]
    within = range(table.line, min(ends, default=table.line + len(table.rows) + 1))
    context = {
        "version": version,
        "table": table,
        "columns": _columns(table),
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
        "where": line_of(table.line),
        "findings": [each for each in findings_of(version) if any(line in within for line in each.lines)],
        "lines_of": lines_of,
    }
    return render(request, "plans/table.jinja", context)


def _columns(table: NumberTable) -> list[Column]:
    width = max((len(row) for row in table.rows), default=0)
    header = [*table.header, *[""] * width][: max(width, len(table.header))]
    return [
        Column(Sentence(name or "－", name or "－"), numeric=place > 0) for place, name in enumerate(header)
    ]


def _cell(value: str | float | None) -> str:
    if value is None:
        return "–"
    return value if isinstance(value, str) else f"{value:,}"
