"""Addresses of the meetings pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
