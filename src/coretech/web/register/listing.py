"""The list as of any day, as known on any day."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.register.queries import announcements, in_force
from coretech.web.acting import acting
from coretech.web.register.entries import COLUMNS, by_sector
from coretech.web.register.forms import AsOf


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The list in force on ``as_of``, as known at the end of ``known_at``. Public; HTTP 422 for no such day."""
    form = AsOf(request.GET)
    if not form.is_valid():
        context = {"form": form, "asked": False}
        return render(request, "register/listing.jinja", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    today = acting(request).today
    as_of, known_at = form.cleaned_data["as_of"] or today, form.cleaned_data["known_at"]
    versions = in_force(as_of, known_at)
    context = {
        "form": form,
        "asked": True,
        "as_of": as_of,
        "known_at": known_at,
        "ahead": as_of > today,
        "count": len(versions),
        "columns": COLUMNS,
        "groups": by_sector(versions, as_of),
        "first": None if versions else announcements().last(),
    }
    return render(request, "register/listing.jinja", context)
