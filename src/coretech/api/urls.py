"""Every address under ``/api/``: the version in force, and a problem document for all others."""

from django.urls import path, re_path

from coretech.api.application import no_address
from coretech.api.main import api

urlpatterns = [path("v1/", api.urls), re_path("", no_address)]
