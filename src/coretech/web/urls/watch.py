"""The addresses of the watch; public are all that show what was counted."""

from django.urls import URLPattern, path

from coretech.web.watch import (
    charts,
    country,
    country_files,
    defining,
    listing,
    patents,
    reading,
    side_by_side,
    snapshots,
    tables,
    technology,
    trade,
)

_ONE, _COUNTRY = "watch/<slug:watch_code>/", "watch/countries/<slug:watch_country>/"

urlpatterns: list[URLPattern] = [
    path("watch/", listing.watch, name="watch"),
    path("watch/alerts/", reading.watch_alerts, name="watch_alerts"),
    path("watch/compare/", country.watch_compare, name="watch_compare"),
    path("watch/compare/technologies/", side_by_side.watch_technologies, name="watch_technologies"),
    path("watch/new/", defining.watch_new, name="watch_new"),
    path("watch/snapshots/", snapshots.watch_snapshots, name="watch_snapshots"),
    path("watch/snapshots/new/", snapshots.watch_upload, name="watch_upload"),
    path("watch/snapshots/<int:watch_snapshot>/again/", snapshots.watch_again, name="watch_again"),
    path("watch/runs/<int:watch_run>/", snapshots.watch_run, name="watch_run"),
    path("watch/runs/<int:watch_run>/hold/", snapshots.watch_hold, name="watch_hold"),
    path("watch/tables/", tables.watch_tables, name="watch_tables"),
    path("watch/tables/new/", tables.watch_table_new, name="watch_table_new"),
    path("watch/tables/<int:watch_table>/", tables.watch_table, name="watch_table"),
    path(_COUNTRY, country.watch_country, name="watch_country"),
    path(f"{_COUNTRY}shares.svg", country_files.watch_country_chart, name="watch_country_chart"),
    path(f"{_COUNTRY}technologies.csv", country_files.watch_country_csv, name="watch_country_csv"),
    path(_ONE, technology.watch_technology, name="watch_technology"),
    path(f"{_ONE}shares.svg", charts.watch_shares_chart, name="watch_shares_chart"),
    path(f"{_ONE}years.svg", charts.watch_years_chart, name="watch_years_chart"),
    path(f"{_ONE}countries.csv", charts.watch_countries_csv, name="watch_countries_csv"),
    path(f"{_ONE}reading/", reading.watch_reading, name="watch_reading"),
    path(f"{_ONE}patents/", patents.watch_patents, name="watch_patents"),
    path(f"{_ONE}patents/years.svg", patents.watch_patents_chart, name="watch_patents_chart"),
    path(f"{_ONE}patents/offices.svg", patents.watch_offices_chart, name="watch_offices_chart"),
    path(f"{_ONE}patents.csv", patents.watch_patents_csv, name="watch_patents_csv"),
    path(f"{_ONE}trade/", trade.watch_trade, name="watch_trade"),
    path(f"{_ONE}trade/years.svg", trade.watch_trade_chart, name="watch_trade_chart"),
    path(f"{_ONE}trade/partners.svg", trade.watch_partners_chart, name="watch_partners_chart"),
    path(f"{_ONE}trade.csv", trade.watch_trade_csv, name="watch_trade_csv"),
    path(f"{_ONE}codes/", tables.watch_codes, name="watch_codes"),
    path(f"{_ONE}definition/", defining.watch_definition, name="watch_definition"),
    path(f"{_ONE}definition/new/", defining.watch_define, name="watch_define"),
    path(f"{_ONE}sample/", defining.watch_sample, name="watch_sample"),
]
