"""The addresses of documents and their templates."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
