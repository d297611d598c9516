"""The addresses of panels and their rules."""

from django.urls import URLPattern, path

from coretech.web.panels import agenda
from coretech.web.panels.listing import panels
from coretech.web.panels.opinion import item_opinion
from coretech.web.panels.panel import panel
from coretech.web.panels.settling import panel_rules_new

urlpatterns: list[URLPattern] = [
    path("panels/", panels, name="panels"),
    path("panels/<int:panel_id>/", panel, name="panel"),
    path("panels/<int:panel_id>/rules/", panel_rules_new, name="panel_rules_new"),
    path("cases/<slug:reference>/panel-agenda/", agenda.PAGE, name="case_panel_agenda"),
    path("items/<int:item_id>/opinion/", item_opinion, name="item_opinion"),
]
