"""The addresses of lists of technologies; all public but taking one in and saying where it stands."""

from django.urls import URLPattern, path

from coretech.web.lists import comparing, files, importing, item, listing, status, version

_ONE = "lists/<slug:list_code>/"

urlpatterns: list[URLPattern] = [
    path("lists/", listing.lists, name="lists"),
    path("lists/import/", importing.list_import, name="list_import"),
    path("lists/compare/", comparing.list_compare, name="list_compare"),
    path(
        "lists/compare/<slug:left_code>/<slug:right_code>.csv",
        comparing.list_compare_csv,
        name="list_compare_csv",
    ),
    path(_ONE, version.list_version, name="list_version"),
    path(f"{_ONE}items/<str:list_item>/", item.list_item, name="list_item"),
    path(f"{_ONE}export/<slug:list_form>", files.list_export, name="list_export"),
    path(f"{_ONE}status/", status.list_status, name="list_status"),
]
