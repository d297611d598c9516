"""Saying where a version of a list stands."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.lists.operations.set_list_status import Stand, check, set_list_status
from coretech.apps.lists.queries import version_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.lists.forms import StatusForm
from coretech.web.lists.words import title_of
from coretech.web.sending import attempt, done, draw

_SET = Sentence("狀態已登錄。", "The status is recorded.")


@require_http_methods(["GET", "HEAD", "POST"])
def list_status(request: HttpRequest, list_code: str) -> HttpResponse:
    """Draft, in force or replaced, since when and why; for the Office."""
    by = acting(request)
    check(by)
    found = version_of(list_code)
    form = StatusForm(
        request.POST or None,
        initial={"seen": found.status.value, "status": found.status.value, "since": found.since},
    )
    if attempt(form, lambda: set_list_status(by, found.code, Stand(**form.cleaned_data))) is not None:
        return done(request, _SET, "list_version", found.code)
    context = {"form": form, "found": found, "title": title_of(found.version)}
    return draw(request, "lists/status.jinja", context, form)
