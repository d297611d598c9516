"""The pages' addresses, by noun."""

from django.urls import URLPattern

from coretech.web import (
    urls_bodies,
    urls_cases,
    urls_law,
    urls_meetings,
    urls_minutes,
    urls_notice,
    urls_panels,
    urls_papers,
    urls_public,
    urls_room,
    urls_votes,
)

urlpatterns: list[URLPattern] = [
    *urls_public.urlpatterns,
    *urls_law.urlpatterns,
    *urls_cases.urlpatterns,
    *urls_meetings.urlpatterns,
    *urls_bodies.urlpatterns,
    *urls_minutes.urlpatterns,
    *urls_notice.urlpatterns,
    *urls_panels.urlpatterns,
    *urls_papers.urlpatterns,
    *urls_room.urlpatterns,
    *urls_votes.urlpatterns,
]
