"""The addresses of deadlines and calendars."""

from django.urls import URLPattern, path

from coretech.web.duties.calendar import calendar_feed
from coretech.web.duties.feed import feed
from coretech.web.duties.page import duties, duties_csv

urlpatterns: list[URLPattern] = [
    path("duties/", duties, name="duties"),
    path("duties/csv/", duties_csv, name="duties_csv"),
    path("duties/calendar/", calendar_feed, name="calendar_feed"),
    path("calendar/<slug:feed_key>/deadlines.ics", feed, name="feed"),
]
