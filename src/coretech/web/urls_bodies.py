"""The addresses of bodies, their seats and who holds them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
