"""The bare list, for a frame on somebody else's page."""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from coretech.apps.register.day_list import listed_on
from coretech.apps.register.queries import edition_on
from coretech.apps.register.searching import Found
from coretech.web.acting import acting
from coretech.web.register.entries import COLUMNS, by_sector


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def register_embed(request: HttpRequest) -> HttpResponse:
    """Today's list without menu or footer; the one page that other sites may frame. Public."""
    today = acting(request).today
    found = [Found(item) for item in listed_on(today)]
    context = {
        "today": today,
        "newest": edition_on(today),
        "count": len(found),
        "columns": COLUMNS,
        "groups": by_sector(found),
    }
    return render(request, "register/embed.jinja", context)
