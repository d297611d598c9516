"""The addresses of evaluations, of a plan's years and of its revisions."""

from django.urls import URLPattern, path

from coretech.web.evaluations import (
    changes,
    declaring,
    evaluation,
    files,
    finding,
    listing,
    marking,
    preparing,
    revising,
    years,
)

_ONE = "evaluations/<int:evaluation_id>/"
_PLAN = "plans/<slug:plan_slug>/"

urlpatterns: list[URLPattern] = [
    path("evaluations/", listing.evaluations, name="evaluations"),
    path(_ONE, evaluation.evaluation, name="evaluation"),
    path(f"{_ONE}interests/", declaring.evaluation_interests, name="evaluation_interests"),
    path(f"{_ONE}scores/<str:element_key>/", marking.evaluation_score, name="evaluation_score"),
    path(f"{_ONE}chart/", files.evaluation_chart, name="evaluation_chart"),
    path(f"{_ONE}report/<slug:report_form>", files.evaluation_report, name="evaluation_report"),
    path(f"{_ONE}findings/new/", finding.evaluation_finding_new, name="evaluation_finding_new"),
    path("evaluations/findings/<int:finding_id>/", finding.evaluation_finding, name="evaluation_finding"),
    path(f"{_PLAN}evaluations/new/", preparing.evaluation_new, name="evaluation_new"),
    path(f"{_PLAN}years/<int:year>/", years.plan_year, name="plan_year"),
    path(f"{_PLAN}years/<int:year>/chart/", files.plan_year_chart, name="plan_year_chart"),
    path(
        f"{_PLAN}years/<int:year>/report/<slug:report_form>", files.plan_year_report, name="plan_year_report"
    ),
    path(f"{_PLAN}revisions/", changes.plan_revisions, name="plan_revisions"),
    path(f"{_PLAN}revisions/new/", revising.plan_revision_new, name="plan_revision_new"),
    path(f"{_PLAN}revisions/<int:after_version>/", changes.plan_revision, name="plan_revision"),
]
