"""The addresses of the watch; public are all that show what was counted."""

from django.urls import URLPattern, path

from coretech.web.watch import charts, country, defining, listing, reading, snapshots, technology

_ONE = "watch/<slug:watch_code>/"

urlpatterns: list[URLPattern] = [
    path("watch/", listing.watch, name="watch"),
    path("watch/alerts/", reading.watch_alerts, name="watch_alerts"),
    path("watch/compare/", country.watch_compare, name="watch_compare"),
    path("watch/new/", defining.watch_new, name="watch_new"),
    path("watch/snapshots/", snapshots.watch_snapshots, name="watch_snapshots"),
    path("watch/snapshots/new/", snapshots.watch_upload, name="watch_upload"),
    path("watch/snapshots/<int:watch_snapshot>/again/", snapshots.watch_again, name="watch_again"),
    path("watch/runs/<int:watch_run>/", snapshots.watch_run, name="watch_run"),
    path("watch/runs/<int:watch_run>/hold/", snapshots.watch_hold, name="watch_hold"),
    path("watch/countries/<slug:watch_country>/", country.watch_country, name="watch_country"),
    path(_ONE, technology.watch_technology, name="watch_technology"),
    path(f"{_ONE}shares.svg", charts.watch_shares_chart, name="watch_shares_chart"),
    path(f"{_ONE}years.svg", charts.watch_years_chart, name="watch_years_chart"),
    path(f"{_ONE}countries.csv", charts.watch_countries_csv, name="watch_countries_csv"),
    path(f"{_ONE}reading/", reading.watch_reading, name="watch_reading"),
    path(f"{_ONE}definition/", defining.watch_definition, name="watch_definition"),
    path(f"{_ONE}definition/new/", defining.watch_define, name="watch_define"),
    path(f"{_ONE}sample/", defining.watch_sample, name="watch_sample"),
]
