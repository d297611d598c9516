"""A crosswalk as a file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.lists.mapping_files import MEDIA_TYPES, Format, mapping_set, name_of, write
from coretech.apps.lists.operations import judge_mapping
from coretech.apps.register.elsewhere import side_of
from coretech.law.access import Action
from coretech.readers.register_files.formats import no_such_format
from coretech.web.acting import acting
from coretech.web.opendata.answers import open_file


@require_safe
def crosswalk_export(
    request: HttpRequest, left_code: str, right_code: str, crosswalk_form: str
) -> HttpResponse:
    """Every mapping between two lists as a file; only those who judge are told who judged. HTTP 404 for no list."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    if crosswalk_form not in set(Format):
        raise no_such_format(list(Format))
    form, named = Format(crosswalk_form), refusal_of(judge_mapping.check, by) is None
    left, right = (side_of(code, by.today) for code in (left_code, right_code))
    found = mapping_set(left, right, by.today, named=named)
    response = open_file(request, write(found, form), MEDIA_TYPES[form], name_of(found, form))
    if named:
        response["Cache-Control"] = "private, no-store"
    return response
