"""The pages' addresses, by noun."""

from django.urls import URLPattern

from coretech.web import (
    urls_attachments,
    urls_bodies,
    urls_cases,
    urls_consultation,
    urls_documents,
    urls_dossier,
    urls_duties,
    urls_kinds,
    urls_law,
    urls_meetings,
    urls_minutes,
    urls_notice,
    urls_panels,
    urls_papers,
    urls_public,
    urls_requests,
    urls_reviews,
    urls_room,
    urls_rounds,
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
    *urls_attachments.urlpatterns,
    *urls_consultation.urlpatterns,
    *urls_documents.urlpatterns,
    *urls_dossier.urlpatterns,
    *urls_duties.urlpatterns,
    *urls_kinds.urlpatterns,
    *urls_requests.urlpatterns,
    *urls_reviews.urlpatterns,
    *urls_rounds.urlpatterns,
]
