"""The addresses of consultations."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
