"""A version as a file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.lists.queries import version_of
from coretech.apps.lists.versions import as_file
from coretech.readers.lists.formats import MEDIA_TYPES, Format, write_list
from coretech.readers.register_files.formats import no_such_format
from coretech.web.lists.version import address_of
from coretech.web.opendata.answers import open_file


@require_safe
def list_export(request: HttpRequest, list_code: str, list_form: str) -> HttpResponse:
    """The whole of a version as CSV, JSON, Turtle or JSON-LD. Public; HTTP 404 for what is not there."""
    found = version_of(list_code)
    if list_form not in set(Format):
        raise no_such_format(list(Format))
    form = Format(list_form)
    base = request.build_absolute_uri(address_of(found))
    content = write_list(as_file(found.version), form, base)
    return open_file(request, content, MEDIA_TYPES[form], f"{found.code}.{form}")
