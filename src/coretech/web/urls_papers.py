"""The addresses of a meeting's papers and of orders to step aside."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
