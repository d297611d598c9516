"""My work: what waits for the reader today, with one clear link each."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.issues.tasks import issue_tasks
from coretech.web.minutes.tasks import minutes_tasks
from coretech.web.shell.parts import Task
from coretech.web.signals.undefined import definition_tasks
from coretech.web.supplies.owed import supply_tasks
from coretech.web.work.answering import answers_owed
from coretech.web.work.areas import areas
from coretech.web.work.evaluations import evaluation_tasks
from coretech.web.work.meetings import coming, own_tasks
from coretech.web.work.ordering import work_of
from coretech.web.work.sheets import sheet_tasks
from coretech.web.work.starting import first_steps
from coretech.web.work.waiting import case_tasks, comment_tasks, urgent_first


@require_safe
@login_required
def work(request: HttpRequest) -> HttpResponse:
    """The reader's tasks; whoever is not signed in is asked to, for the page is about oneself."""
    by = acting(request)
    context = {
        "day": by.today,
        "work": work_of(by, tasks_of(by)),
        "calendar": refusal_of(allow, by, Action.READ_CALENDAR) is None,
        "meetings": coming(by),
        "areas": areas(by),
    }
    return render(request, "work/work.jinja", context)


def tasks_of(by: Acting) -> list[Task]:
    """What the reader can do now, votes first."""
    return urgent_first(
        [
            *first_steps(by),
            *own_tasks(by),
            *answers_owed(by),
            *minutes_tasks(by),
            *comment_tasks(by),
            *case_tasks(by),
            *sheet_tasks(by),
            *evaluation_tasks(by),
            *issue_tasks(by),
            *supply_tasks(by),
            *definition_tasks(by),
        ]
    )
