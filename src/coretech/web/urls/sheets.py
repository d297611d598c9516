"""The addresses of the reporting cycle: sheets for those who fill, sign and check; published periods for everybody."""

from django.urls import URLPattern, path

from coretech.web.plans import steering
from coretech.web.sheets import (
    amending,
    answers,
    board,
    checking,
    file,
    listing,
    opening,
    part,
    published,
    sheet,
    signing,
)

urlpatterns: list[URLPattern] = [
    path("sheets/", listing.sheets, name="sheets"),
    path("sheets/<int:sheet_id>/", sheet.sheet, name="sheet"),
    path("sheets/<int:sheet_id>/measures/<str:element_key>/", part.sheet_part, name="sheet_part"),
    path("sheets/<int:sheet_id>/answers/", answers.sheet_answers, name="sheet_answers"),
    path("sheets/<int:sheet_id>/signature/", signing.sheet_signature, name="sheet_signature"),
    path("sheets/<int:sheet_id>/check/", checking.sheet_check, name="sheet_check"),
    path("sheets/<int:sheet_id>/file/", file.sheet_file, name="sheet_file"),
    path("sheets/<int:sheet_id>/file.ods", file.sheet_download, name="sheet_download"),
    path("sheets/entries/<int:entry_id>/amendment/", amending.entry_amend, name="entry_amend"),
    path("sheets/amendments/<int:amendment_id>/", amending.amendment, name="amendment"),
    path("plans/<slug:plan_slug>/steering/", steering.plan_steering, name="plan_steering"),
    path("plans/<slug:plan_slug>/reports/", published.plan_reports, name="plan_reports"),
    path("plans/<slug:plan_slug>/reports/new/", opening.plan_report_open, name="plan_report_open"),
    path("plans/<slug:plan_slug>/reports/<slug:period_name>/", published.plan_report, name="plan_report"),
    path(
        "plans/<slug:plan_slug>/reports/<slug:period_name>/board/",
        board.plan_report_board,
        name="plan_report_board",
    ),
]
