"""Raising an issue: from a sheet, from a measure's page, or of the plan as a whole."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.plans.models import Element
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.operations import raise_issue
from coretech.apps.reports.operations.raise_issue import Raised
from coretech.apps.reports.sheets.access import find_sheet
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.issues.forms import RaiseForm, agency_choices
from coretech.web.issues.words import trail
from coretech.web.sending import attempt, done, draw, row_of, sent

_RAISED = Sentence("議題已提出，並通知管考機關。", "The issue is raised, and the controller is told.")
_DIGITS = 10


@require_http_methods(["GET", "HEAD", "POST"])
def issue_new(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """Ask what is stuck; ``element`` and ``sheet`` in the address say where it comes from."""
    by = acting(request)
    version = version_of(plan_slug)
    codes = raise_issue.check(by, version.plan)
    sheet, agency = _sheet(by, request)
    form = RaiseForm(sent(request), agency_choices(by.today, [agency] if agency in codes else codes))
    element = Element.objects.filter(version=version, key=request.GET.get("element", "")).first()
    key = "" if element is None else element.key
    act = attempt(form, lambda: raise_issue.raise_issue(by, plan_slug, _raised(form, key, sheet)))
    if act is not None:
        return done(request, _RAISED, "issue", row_of(act))
    context = {"form": form, "version": version, "element": element, "trail": trail()}
    return draw(request, "issues/new.jinja", context, form)


def _sheet(by: Acting, request: HttpRequest) -> tuple[int | None, str]:
    """The sheet the address names and its agency; neither where it names none that is the reader's."""
    text = request.GET.get("sheet", "")
    if not text.isascii() or not text.isdecimal() or len(text) > _DIGITS:
        return None, ""
    try:
        found = find_sheet(by, int(text))
    except Refused:
        return None, ""
    return (found.pk, found.agency.code) if found.agency.code in by.standing.agencies else (None, "")


def _raised(form: RaiseForm, element: str, sheet: int | None) -> Raised:
    given = form.cleaned_data
    return Raised(form.agency, given["kind"], given["title"], given["text"], element, sheet)
