"""Making a candidate a case."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from coretech.apps.cases.operations import open_case
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.sending import done


@require_POST
def case_open(request: HttpRequest, candidate_id: int) -> HttpResponse:
    """Open the case and go to it."""
    by = acting(request)
    act = once(lambda: open_case.open_case(by, candidate_id))
    reference = act.subject.split("/")[1]
    opened = Sentence(f"已成案，編號{reference}。", f"The case is open: {reference}.")
    return done(request, opened, "case", reference)
