"""The addresses of holders' requests."""

from django.urls import URLPattern, path

from coretech.web.requests import asking, deciding, followed, inbox, request

urlpatterns: list[URLPattern] = [
    path("requests/", inbox.requests, name="requests"),
    path("requests/new/", asking.request_new, name="request_new"),
    path("requests/follow/<slug:request_key>/", followed.request_followed, name="request_followed"),
    path("requests/<slug:request_number>/", request.request_shown, name="request_shown"),
    path("requests/<slug:request_number>/take-up/", deciding.request_take_up, name="request_take_up"),
    path("requests/<slug:request_number>/decline/", deciding.request_decline, name="request_decline"),
]
