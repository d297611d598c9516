"""The addresses of the inventory's rounds."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
