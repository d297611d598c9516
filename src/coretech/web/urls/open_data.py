"""The addresses of the open data: files, changes, feed, and calls of one's own machine."""

from django.urls import URLPattern, path

from coretech.web.opendata import feed, files, following, page

urlpatterns: list[URLPattern] = [
    path("register/open-data/", page.open_data, name="open_data"),
    path("register/export/<slug:data_form>", files.register_export, name="register_export"),
    path("register/changes.<slug:changes_form>", files.register_changes, name="register_changes"),
    path("register/feed.atom", feed.feed_atom, name="register_feed"),
    path("register/following/", following.following, name="following"),
]
