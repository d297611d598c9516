"""The register's files by address, and the data behind the stable addresses of the list, its items and versions."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.register.exporting import (
    changes_between,
    description,
    history_file,
    item_file,
    part_file,
)
from coretech.readers.register_files import delta
from coretech.readers.register_files.formats import (
    CHANGES,
    DCAT,
    EXPORTS,
    FORMATS,
    Format,
    no_such_format,
    write,
)
from coretech.readers.register_files.records import RegisterFile
from coretech.web.acting import acting
from coretech.web.opendata.answers import name_of, open_file
from coretech.web.opendata.asked import Asked, asked_of, days_of


@require_safe
def register_export(request: HttpRequest, data_form: str) -> HttpResponse:
    """The list of a day, what is looked for on it, or the whole history; or the dataset's description. Public.

    HTTP 404 for a format there is not, 422 for a day that is none.
    """
    if data_form == DCAT:
        today = acting(request).today
        return open_file(request, description(today), FORMATS[Format.JSONLD].content_type, "dcat.jsonld")
    if data_form not in EXPORTS:
        raise no_such_format(EXPORTS)
    form, asked = Format(data_form), asked_of(request)
    file = history_file(asked.known_at) if asked.history else _list(asked)
    return open_file(request, write(file, form), FORMATS[form].content_type, name_of(file, form))


@require_safe
def register_changes(request: HttpRequest, changes_form: str) -> HttpResponse:
    """What leads from the list of one day to that of another. Public; HTTP 404 and 422 as above."""
    if changes_form not in CHANGES:
        raise no_such_format(CHANGES)
    form, (first, last) = Format(changes_form), days_of(request)
    found = changes_between(first, last)
    content = delta.write_csv(found) if form is Format.CSV else delta.write_json(found)
    return open_file(request, content, FORMATS[form].content_type, f"changes-{first}-{last}.{form}")


def list_data(request: HttpRequest) -> RegisterFile:
    """The list, or the part of it, that the page at the same address shows."""
    return _list(asked_of(request))


def item_data(request: HttpRequest, number: int) -> RegisterFile:  # noqa: ARG001 - an item's data are the same for all
    """An item with all its versions."""
    return item_file(number)


def version_data(request: HttpRequest, number: int, version: int) -> RegisterFile:  # noqa: ARG001 - as above
    """One version of an item."""
    return item_file(number, version)


def _list(asked: Asked) -> RegisterFile:
    return part_file(asked.search, asked.as_of, asked.known_at)
