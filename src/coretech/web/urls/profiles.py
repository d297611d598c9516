"""The addresses of technology profiles; public are those that show what is published."""

from django.urls import URLPattern, path

from coretech.web.profiles import drafting, page

_ONE = "profiles/<slug:profile_slug>/"

urlpatterns: list[URLPattern] = [
    path("profiles/", page.profiles, name="profiles"),
    path("profiles/new/", drafting.profile_new, name="profile_new"),
    path(_ONE, page.profile, name="profile"),
    path(f"{_ONE}versions/<int:profile_version>/", page.profile_version, name="profile_version"),
    path(f"{_ONE}compare/", page.profile_compare, name="profile_compare"),
    path(f"{_ONE}readiness.svg", page.profile_readiness_chart, name="profile_readiness_chart"),
    path(f"{_ONE}draft/", drafting.profile_draft, name="profile_draft"),
    path(f"{_ONE}draft/check/", drafting.profile_check, name="profile_check"),
    path(f"{_ONE}draft/discard/", drafting.profile_discard, name="profile_discard"),
    path(f"{_ONE}draft/<slug:profile_section>/", drafting.profile_section, name="profile_section"),
]
