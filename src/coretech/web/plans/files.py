"""A plan as a file: JSON, ODS, CSV or StratML."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.plans.storing import read_rows
from coretech.law.access import Action
from coretech.readers.plan_files.formats import MEDIA_TYPES, Format, write
from coretech.readers.register_files.formats import no_such_format
from coretech.web.acting import acting
from coretech.web.opendata.answers import open_file

_ENDINGS = {Format.STRATML: "xml"}


@require_safe
def plan_export(request: HttpRequest, plan_slug: str, plan_form: str) -> HttpResponse:
    """The newest version in a format; CSV holds the table that ``table`` names. Public.

    HTTP 404 for a plan or format there is not, 422 for a table the plan does not have.
    """
    allow(acting(request), Action.READ_PLAN)
    if plan_form not in set(Format):
        raise no_such_format(list(Format))
    form, version = Format(plan_form), version_of(plan_slug)
    content = write(read_rows(version), form, plan_slug, version.source_name, request.GET.get("table", ""))
    name = f"{plan_slug}-v{version.version}.{_ENDINGS.get(form, form)}"
    return open_file(request, content, MEDIA_TYPES[form], name)
