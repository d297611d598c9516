"""The front page: what this is, and the list in force today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.cases.queries import open_drafts
from coretech.apps.register.day_list import listed_on
from coretech.apps.register.queries import edition_on
from coretech.apps.register.searching import Found
from coretech.web.acting import acting
from coretech.web.register.entries import COLUMNS, by_sector


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The list of the day by sector, what changed last, and what is open to comments. Public."""
    today = acting(request).today
    found = [Found(item) for item in listed_on(today)]
    context = {
        "today": today,
        "count": len(found),
        "columns": COLUMNS,
        "groups": by_sector(found),
        "newest": edition_on(today),
        "drafts": open_drafts(today),
    }
    return render(request, "home/home.jinja", context)
