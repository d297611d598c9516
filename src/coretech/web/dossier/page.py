"""The whole dossier on one page: its parts as a task list for whoever writes it, and as text for whoever reads it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.meter import Meter, meter
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import write_part
from coretech.apps.cases.queries import find_case
from coretech.apps.cases.states import Step
from coretech.apps.meetings.dossier import Dossier, open_dossier
from coretech.web.acting import acting
from coretech.web.cases.step_page import frame_of
from coretech.web.dossier.reading import reading
from coretech.web.dossier.tasks import tasks_of
from coretech.web.shell.parts import Task


@require_safe
def case_dossier(request: HttpRequest, reference: str) -> HttpResponse:
    """The dossier, for those it opens to."""
    by = acting(request)
    case = find_case(by, reference)
    dossier = open_dossier(by, case)
    found = meter_of(by, case, dossier)
    context = frame_of(case, Step.WRITE_DOSSIER) | {
        "dossier": reading(dossier),
        "meter": found,
        "tasks": tasks_of(case, found),
        "refusal": refusal_of(write_part.check, by, case),
    }
    return render(request, "dossier/dossier.jinja", context)


def meter_of(by: Acting, case: Case, dossier: Dossier) -> Meter:
    """How far the dossier is, as this reader sees it."""
    return meter(by, case, dossier.parts, frozenset(dossier.closed))


def part_tasks(by: Acting, case: Case, dossier: Dossier) -> list[Task]:
    """The parts as a task list, for other pages."""
    return tasks_of(case, meter_of(by, case, dossier))
