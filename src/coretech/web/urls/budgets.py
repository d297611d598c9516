"""The addresses of what plans cost."""

from django.urls import URLPattern, path

from coretech.web.budgets import board, charts, figures, files, projecting, recording

urlpatterns: list[URLPattern] = [
    path("plans/<slug:plan_slug>/budgets/", board.plan_budgets, name="plan_budgets"),
    path("plans/<slug:plan_slug>/budgets/chart.svg", charts.plan_budgets_chart, name="plan_budgets_chart"),
    path(
        "plans/<slug:plan_slug>/budgets/export/<slug:form>",
        files.plan_budgets_export,
        name="plan_budgets_export",
    ),
    path("plans/<slug:plan_slug>/budgets/import/", files.plan_budgets_import, name="plan_budgets_import"),
    path("plans/<slug:plan_slug>/budgets/new/", recording.budget_record, name="budget_record"),
    path(
        "plans/<slug:plan_slug>/budgets/figures/<int:figure_id>/restate/",
        recording.budget_restate,
        name="budget_restate",
    ),
    path(
        "plans/<slug:plan_slug>/budgets/<str:element_key>/<int:year>/",
        figures.plan_budget_figures,
        name="plan_budget_figures",
    ),
    path("plans/<slug:plan_slug>/projection/", projecting.plan_projection, name="plan_projection"),
    path(
        "plans/<slug:plan_slug>/projection/chart.svg",
        charts.plan_projection_chart,
        name="plan_projection_chart",
    ),
]
