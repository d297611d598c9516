"""What a careful clerk would send back about a plan."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import findings_of, version_of
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.plans.words import FINDINGS, lines_of


@require_safe
def plan_findings(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """All findings of a plan's newest version, by kind, the heavier first. Public."""
    allow(acting(request), Action.READ_PLAN)
    version = version_of(plan_slug)
    found = list(findings_of(version))
    groups = [(FINDINGS[kind], list(rows)) for kind, rows in groupby(found, key=lambda each: each.kind)]
    context = {"version": version, "groups": groups, "count": len(found), "lines_of": lines_of}
    return render(request, "plans/findings.jinja", context)
