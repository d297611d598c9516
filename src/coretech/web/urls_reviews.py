"""The addresses of yearly reviews."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
