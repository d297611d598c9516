"""All pre-announcements."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.cases.queries import published_drafts
from coretech.web.acting import acting
from coretech.web.notices.tags import comments_tag


@require_safe
def drafts(request: HttpRequest) -> HttpResponse:
    """The pre-announcements, newest first, each with where it stands today. Public."""
    today = acting(request).today
    context = {"drafts": [(draft, comments_tag(draft, today)) for draft in published_drafts()]}
    return render(request, "notices/drafts.jinja", context)
