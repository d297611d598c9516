"""The addresses of the steps that change what a case is."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
