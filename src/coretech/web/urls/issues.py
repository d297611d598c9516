"""The addresses of coordination issues."""

from django.urls import URLPattern, path

from coretech.web.issues import calling, issue, listing, raising, stepping

urlpatterns: list[URLPattern] = [
    path("issues/", listing.issues, name="issues"),
    path("issues/meetings/new/", calling.coordination_new, name="coordination_new"),
    path("issues/<int:issue_id>/", issue.issue, name="issue"),
    path("issues/<int:issue_id>/owner/", stepping.issue_take, name="issue_take"),
    path("issues/<int:issue_id>/meeting/", stepping.issue_put, name="issue_put"),
    path("issues/<int:issue_id>/answer/", stepping.issue_answer, name="issue_answer"),
    path("issues/<int:issue_id>/decision/", stepping.issue_decide, name="issue_decide"),
    path("issues/<int:issue_id>/close/", stepping.issue_close, name="issue_close"),
    path("plans/<slug:plan_slug>/issues/new/", raising.issue_new, name="issue_new"),
]
