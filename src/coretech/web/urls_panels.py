"""The addresses of panels and their rules."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
