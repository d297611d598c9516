"""The addresses of the inventory's rounds, their keepers, and files of candidates."""

from django.urls import URLPattern, path

from coretech.web.rounds import acknowledging, board, detail, importing, keeper, opening, reporting, reviewing

urlpatterns: list[URLPattern] = [
    path("inventory/rounds/", board.rounds, name="rounds"),
    path("inventory/rounds/<int:round_id>/", detail.round_page, name="round"),
    path("inventory/rounds/<int:round_id>/review/", reviewing.round_review, name="round_review"),
    path("inventory/rounds/<int:round_id>/report/", reporting.round_report, name="round_report"),
    path(
        "inventory/rounds/<int:round_id>/acknowledgement/",
        acknowledging.round_acknowledge,
        name="round_acknowledge",
    ),
    path("inventory/agencies/<slug:agency_code>/round/", opening.round_open, name="round_open"),
    path("inventory/agencies/<slug:agency_code>/keeper/", keeper.keeper_new, name="keeper_new"),
    path("inventory/import/", importing.cases_import, name="cases_import"),
    path("inventory/sample.<slug:form>", importing.cases_sample, name="cases_sample"),
]
