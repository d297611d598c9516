"""All plans that are kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.plans.operations import import_plan
from coretech.apps.plans.queries import counts_of, newest_versions
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.plans.searching import PlanSearchForm
from coretech.web.plans.words import KINDS, chinese, years_of
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

COLUMNS = (
    Column(Sentence("計畫", "Plan")),
    Column(Sentence("種類", "Kind")),
    Column(Sentence("期間", "Years")),
    Column(Sentence("措施", "Measures"), numeric=True),
    Column(Sentence("工作項目", "Work items"), numeric=True),
    Column(Sentence("指標", "Targets"), numeric=True),
    Column(Sentence("疑點", "Findings"), numeric=True),
)


@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Every plan in its newest version. Public."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    context = {
        "form": PlanSearchForm(),
        "columns": COLUMNS,
        "rows": [_row(version) for version in newest_versions()],
        "imports": refusal_of(import_plan.check, by) is None,
    }
    return render(request, "plans/plans.jinja", context)


def _row(version: PlanVersion) -> list[object]:
    counts = counts_of(version)
    link = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("plan", args=[version.plan.slug]), chinese(version.title)
    )
    figures = (
        counts["measures"] or counts["programmes"],
        counts["work_items"],
        counts["targets"],
        counts["findings"],
    )
    return [
        link,
        say(KINDS[Plan.Kind(version.plan.kind)]),
        years_of(version),
        *(each or "–" for each in figures),
    ]
