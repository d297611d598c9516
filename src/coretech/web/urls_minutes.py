"""The addresses of minutes and statistics."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
