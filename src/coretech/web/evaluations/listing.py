"""All evaluations the reader may know of; reported ones are public."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.reports.cycle.controlling import controlled_plans
from coretech.apps.reports.evaluations.access import visible_evaluations
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.evaluations.words import linked, state_tag, tagged, title_of
from coretech.web.plans.words import chinese
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

_COLUMNS = (
    Column(Sentence("評估", "Evaluation")),
    Column(Sentence("計畫", "Plan")),
    Column(Sentence("情形", "State")),
    Column(Sentence("評分期限", "Scores due")),
    Column(Sentence("報院文號", "Document")),
)


@require_safe
def evaluations(request: HttpRequest) -> HttpResponse:
    """The list, the newest first; a controller prepares the next one from here."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    rows = [
        [
            linked(say(title_of(each)), "evaluation", each.pk),
            chinese(each.version.title),
            tagged([state_tag(each)]),
            both_dates(each.due_on),
            each.document_no or "–",
        ]
        for each in visible_evaluations(by)
    ]
    plans = [(plan, plan.versions.latest("version")) for plan in controlled_plans(by)]
    return render(request, "evaluations/list.jinja", {"columns": _COLUMNS, "rows": rows, "plans": plans})
