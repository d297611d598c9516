"""The list as of any day, as known on any day, and what is found on it."""

import datetime as dt
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.register.day_list import first_announcement
from coretech.apps.register.exporting import base_address
from coretech.apps.register.searching import Results, Search, search
from coretech.kit.refusal import Refused
from coretech.web.acting import acting
from coretech.web.register.entries import COLUMNS, by_sector
from coretech.web.register.looking import Looking
from coretech.web.shell.form_errors import add_refusal


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The list in force on ``as_of``, as known at the end of ``known_at``, or what is looked for on it. Public.

    HTTP 422 for a day that is none, and for a sector, authority or state there is not.
    """
    form, today = Looking(request.GET), acting(request).today
    results = _results(form, form.cleaned_data.get("as_of") or today) if form.is_valid() else None
    if results is None:
        wrong = {"form": form, "asked": None}
        return render(request, "register/listing.jinja", wrong, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    form.offer(results.sectors, results.authorities)
    as_of = form.cleaned_data["as_of"] or today
    context = {
        "form": form,
        "asked": form.asked,
        "here": f"{base_address()}{request.get_full_path()}",
        "query": request.GET.urlencode(),
        "everything": form.asked == Search(),
        "results": results,
        "as_of": as_of,
        "known_at": form.cleaned_data["known_at"],
        "ahead": as_of > today,
        "count": len(results.found),
        "columns": COLUMNS,
        "groups": by_sector(results.found),
        "first": None if results.sectors else first_announcement(),
    }
    return render(request, "register/listing.jinja", context)


def _results(form: Looking, as_of: dt.date) -> Results | None:
    """What is found; where that cannot be looked for, the form says why."""
    try:
        return search(form.asked, as_of, form.cleaned_data["known_at"])
    except Refused as refused:
        add_refusal(form, refused)
        return None
