"""The addresses of deadlines and calendars."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
