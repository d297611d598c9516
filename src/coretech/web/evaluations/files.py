"""The reports as files and the charts as pictures: what is public may be kept by anybody, the rest by nobody."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.evaluations.access import TOLD, evaluator_of, find_evaluation
from coretech.apps.reports.evaluations.compiling import compiled_of
from coretech.apps.reports.evaluations.state_report import printed_evaluation
from coretech.apps.reports.evaluations.states import State
from coretech.apps.reports.models import Evaluation
from coretech.apps.reports.printed.printing import file_of
from coretech.apps.reports.printed.report_charts import lights_chart, scores_chart
from coretech.apps.reports.printed.yearly import yearly_of
from coretech.apps.reports.printed.yearly_report import printed_year
from coretech.kit.refusal import not_found
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.documents.answer import document_language, download
from coretech.web.opendata.answers import open_file

SVG = "image/svg+xml"


@require_safe
def evaluation_report(request: HttpRequest, evaluation_id: int, report_form: str) -> HttpResponse:
    """The report to the Executive Yuan: a draft for the controller and the evaluators, final for everybody."""
    by = acting(request)
    found = _readable(request, evaluation_id)
    language = document_language()
    file = file_of(by, printed_evaluation(found, language), report_form, language)
    return download(file.name, file.media_type, file.content)


@require_safe
def evaluation_chart(request: HttpRequest, evaluation_id: int) -> HttpResponse:
    """The total scores as a picture."""
    compiled = compiled_of(_readable(request, evaluation_id))
    response = HttpResponse(scores_chart(compiled, document_language()), content_type=SVG)
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def plan_year_report(request: HttpRequest, plan_slug: str, year: int, report_form: str) -> HttpResponse:
    """A year's results by chapter. Public; HTTP 404 where nothing is published of the year."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    language = document_language()
    printed = printed_year(yearly_of(version_of(plan_slug).plan, year), language)
    file = file_of(by, printed, report_form, language)
    return download(file.name, file.media_type, file.content)


@require_safe
def plan_year_chart(request: HttpRequest, plan_slug: str, year: int) -> HttpResponse:
    """The year's lights by chapter as a picture. Public."""
    allow(acting(request), Action.READ_PLAN)
    yearly = yearly_of(version_of(plan_slug).plan, year)
    return open_file(request, lights_chart(yearly, document_language()).encode(), SVG)


def _readable(request: HttpRequest, evaluation_id: int) -> Evaluation:
    """The evaluation, where its scores open to this reader (HTTP 404 otherwise)."""
    by = acting(request)
    found = find_evaluation(by, evaluation_id)
    near = controls(by, found.plan) or evaluator_of(by, found) is not None
    if State(found.state) in TOLD and (near or found.state == State.REPORTED):
        return found
    raise not_found("評分尚未彙整或尚未公開。", "The scores are not compiled, or not public yet.")
