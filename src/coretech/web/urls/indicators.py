"""The addresses of indicators, charts, agencies and links of plans."""

from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from coretech.web.indicators import charts, defining, files, listing, observing, page
from coretech.web.links import judging, proposing
from coretech.web.links import listing as links
from coretech.web.plans import agencies, cost, gantt

_PLAN = "plans/<slug:plan_slug>/"
_ALL = f"{_PLAN}indicators/"
_ONE = f"{_ALL}<str:indicator_key>/"
_ENTRY = f"{_PLAN}entries/<str:element_key>/"

urlpatterns: list[URLPattern] = [
    path("plans/agencies/", agencies.plan_agencies, name="plan_agencies"),
    path("plans/agencies/<slug:agency_code>/", agencies.plan_agency, name="plan_agency"),
    path("plans/links/", links.links, name="links"),
    path("plans/links/<int:link_pk>/", judging.link, name="link"),
    path(f"{_PLAN}cost/", cost.plan_cost, name="plan_cost"),
    path(f"{_PLAN}cost/chart.svg", charts.plan_cost_chart, name="plan_cost_chart"),
    path(f"{_PLAN}gantt/", gantt.plan_gantt, name="plan_gantt"),
    path(f"{_ENTRY}gantt/", gantt.plan_gantt, name="plan_entry_gantt"),
    path(f"{_ENTRY}links/new/", proposing.link_new, name="link_new"),
    path(_ALL, listing.plan_indicators, name="plan_indicators"),
    path(f"{_ALL}chart.svg", charts.plan_indicators_chart, name="plan_indicators_chart"),
    path(f"{_ALL}propose/", require_POST(listing.propose), name="plan_indicators_propose"),
    path(f"{_ALL}new/", defining.indicator_new, name="indicator_new"),
    path(f"{_ALL}export/<slug:plan_form>", files.plan_indicators_export, name="plan_indicators_export"),
    path(_ONE, page.indicator, name="indicator"),
    path(f"{_ONE}chart.svg", charts.indicator_chart, name="indicator_chart"),
    path(f"{_ONE}define/", defining.indicator_define, name="indicator_define"),
    path(f"{_ONE}observe/", observing.indicator_observe, name="indicator_observe"),
    path(
        f"{_ONE}observations/<int:observation_pk>/restate/",
        observing.observation_restate,
        name="observation_restate",
    ),
]
