"""Opening what the asker sealed: a button that records the reading, and a page that is kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from coretech.apps.scope.keeping import text_of
from coretech.apps.scope.operations.open_secret import open_secret
from coretech.apps.scope.queries import find_question
from coretech.web.acting import acting, once


@never_cache
@require_POST
def scope_question_secret(request: HttpRequest, question_number: str, text_id: int) -> HttpResponse:
    """One sealed text, once its opening is on the log."""
    by = acting(request)
    found = find_question(by, question_number)
    act = once(lambda: open_secret(by, found.number, text_id))
    row = found.sealed_texts.select_related("question", "technology").get(pk=text_id)
    context = {"found": found, "row": row, "text": text_of(row), "act": act}
    return render(request, "scope/official/secret.jinja", context)
