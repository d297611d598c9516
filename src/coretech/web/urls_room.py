"""The addresses of the room: the live board and the projector."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
