"""The pages' addresses, by noun."""

from django.urls import URLPattern

from coretech.web import urls_cases, urls_law, urls_meetings, urls_public

urlpatterns: list[URLPattern] = [
    *urls_public.urlpatterns,
    *urls_law.urlpatterns,
    *urls_cases.urlpatterns,
    *urls_meetings.urlpatterns,
]
