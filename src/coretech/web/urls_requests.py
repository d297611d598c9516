"""The addresses of holders' requests."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
