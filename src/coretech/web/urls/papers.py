"""The addresses of a meeting's papers and of orders to step aside."""

from django.urls import URLPattern, path

from coretech.web.meetings.filing import paper_new
from coretech.web.meetings.ordering import recusals
from coretech.web.meetings.papers import papers

urlpatterns: list[URLPattern] = [
    path("meetings/<int:meeting_id>/papers/", papers, name="papers"),
    path("meetings/<int:meeting_id>/papers/new/", paper_new, name="paper_new"),
    path("items/<int:item_id>/recusals/", recusals, name="recusals"),
]
