"""All sheets of the reader's agencies, and the periods of the plans the reader controls."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.cycle.controlling import controlled_plans, is_late
from coretech.apps.reports.cycle.periods import name_of, title_of
from coretech.apps.reports.models import ReportingPeriod, Sheet
from coretech.apps.reports.sheets.access import own_sheets, require_sheet_reader
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sheets.words import LATE, state_tag
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import say

_SHEETS = (
    Column(Sentence("期別", "Period")),
    Column(Sentence("計畫", "Plan")),
    Column(Sentence("機關", "Agency")),
    Column(Sentence("情形", "State")),
    Column(Sentence("期限", "Due")),
)


@require_safe
def sheets(request: HttpRequest) -> HttpResponse:
    """The reader's sheets, open ones first; HTTP 403 for whoever reports and controls nothing."""
    by = acting(request)
    require_sheet_reader(by)
    own = list(own_sheets(by))
    opened = [each for each in own if each.period.state == ReportingPeriod.State.OPEN]
    context = {
        "columns": _SHEETS,
        "opened": [_row(by, each) for each in opened],
        "published": [_row(by, each) for each in own if each not in opened],
        "plans": [(plan, list(plan.versions.order_by("-version")[:1])) for plan in controlled_plans(by)],
        "reports": bool(by.standing.agencies | by.standing.heads),
    }
    return render(request, "sheets/sheets.jinja", context)


def marks_of(by: Acting, sheet: Sheet) -> list[Tag]:
    """Where a sheet stands, and whether it is late."""
    late = is_late(sheet, sheet.period, by.today)
    return [state_tag(sheet), *([LATE] if late else [])]


def _row(by: Acting, sheet: Sheet) -> dict[str, object]:
    address = reverse("sheet", args=[sheet.pk])
    return {
        "title": Markup('<a class="govuk-link" href="{}">{}</a>').format(
            address, say(title_of(sheet.period))
        ),
        "plan": sheet.period.version.title,
        "agency": sheet.agency.name_on(by.today),
        "tags": marks_of(by, sheet),
        "due": both_dates(sheet.period.due_on),
        "name": name_of(sheet.period.year, sheet.period.quarter),
    }
