"""The addresses of a case's attachments."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
