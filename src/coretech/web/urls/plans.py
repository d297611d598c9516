"""The addresses of the state's plans. All public but the import."""

from django.urls import URLPattern, path

from coretech.web.plans import element, files, findings, importing, listing, plan, searching, tables

urlpatterns: list[URLPattern] = [
    path("plans/", listing.plans, name="plans"),
    path("plans/import/", importing.plan_import, name="plan_import"),
    path("plans/search/", searching.plan_search, name="plan_search"),
    path("plans/<slug:plan_slug>/", plan.plan, name="plan"),
    path("plans/<slug:plan_slug>/findings/", findings.plan_findings, name="plan_findings"),
    path("plans/<slug:plan_slug>/tables/<str:table_key>/", tables.plan_table, name="plan_table"),
    path("plans/<slug:plan_slug>/export/<slug:plan_form>", files.plan_export, name="plan_export"),
    path("plans/<slug:plan_slug>/entries/<str:element_key>/", element.plan_element, name="plan_element"),
]
