"""The addresses of dashboards: the public's is public, the others are their readers'."""

from django.urls import URLPattern, path

from coretech.web.dashboards import listing, page

urlpatterns: list[URLPattern] = [
    path("dashboard/", page.dashboard, name="dashboard"),
    path("dashboard/<slug:dashboard_name>/", page.dashboard_view, name="dashboard_view"),
    path(
        "dashboard/<slug:dashboard_name>/<slug:dashboard_kind>/",
        listing.dashboard_list,
        name="dashboard_list",
    ),
]
