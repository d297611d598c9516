"""The address of the self-check, which is public."""

from django.urls import URLPattern, path

from coretech.web.scope import check

urlpatterns: list[URLPattern] = [path("scope/", check.scope_check, name="scope_check")]
