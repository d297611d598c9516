"""The addresses of notices, replies, observers and calendars."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
