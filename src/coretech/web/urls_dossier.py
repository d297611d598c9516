"""The addresses of the dossier's forms."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
