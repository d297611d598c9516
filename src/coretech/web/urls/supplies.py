"""The addresses of critical supplies; public are those that show a public commodity."""

from django.urls import URLPattern, path

from coretech.web.supplies import charts, files, importing, keeping, listing, page, report

_ONE = "supplies/<slug:supply_slug>/"

urlpatterns: list[URLPattern] = [
    path("supplies/", listing.supplies, name="supplies"),
    path("supplies/import/", importing.supply_import, name="supply_import"),
    path("supplies/files/<int:file_number>/", files.supply_file, name="supply_file"),
    path(
        "supplies/files/<int:file_number>/withdraw/", files.supply_file_withdraw, name="supply_file_withdraw"
    ),
    path("supplies/batches/<int:batch_number>/", files.supply_batch, name="supply_batch"),
    path("supplies/alerts/<int:alert_number>/", keeping.supply_alert, name="supply_alert"),
    path(_ONE, page.supply, name="supply"),
    path(f"{_ONE}report/", report.supply_report, name="supply_report"),
    path(f"{_ONE}keep/", keeping.supply_keep, name="supply_keep"),
    path(f"{_ONE}cover.svg", charts.supply_cover_chart, name="supply_cover_chart"),
    path(f"{_ONE}prices.svg", charts.supply_price_chart, name="supply_price_chart"),
    path(f"{_ONE}export/<slug:supply_form>", files.supply_export, name="supply_export"),
    path(f"{_ONE}template/<slug:supply_form>", files.supply_template, name="supply_template"),
]
