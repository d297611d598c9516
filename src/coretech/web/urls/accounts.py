"""The addresses of accounts, posts and agencies."""

from django.urls import URLPattern, path

from coretech.web.accounts import (
    agencies,
    details,
    importing,
    listing,
    opening,
    password,
    posting,
    shown,
    steps,
)

_ACCOUNT = "accounts/<int:account_id>/"

urlpatterns: list[URLPattern] = [
    path("accounts/", listing.accounts, name="accounts"),
    path("accounts/new/", opening.account_open, name="accounts_new"),
    path("accounts/import/", importing.accounts_import, name="accounts_import"),
    path("accounts/sample.<slug:form>", importing.accounts_sample, name="accounts_sample"),
    path("accounts/password/<slug:link_key>/", password.password_link, name="password_link"),
    path(_ACCOUNT, shown.account_shown, name="accounts_shown"),
    path(f"{_ACCOUNT}details/", details.account_details, name="accounts_details"),
    path(f"{_ACCOUNT}closing/", steps.account_close, name="accounts_closing"),
    path(f"{_ACCOUNT}reopening/", steps.account_reopen, name="accounts_reopening"),
    path(f"{_ACCOUNT}administrator/", steps.administrator_make, name="administrator_make"),
    path(f"{_ACCOUNT}administrator/end/", steps.administrator_unmake, name="administrator_unmake"),
    path(f"{_ACCOUNT}link/", steps.account_link, name="accounts_link"),
    path("people/<int:person_id>/posting/", posting.posting_new, name="posting_new"),
    path("postings/<int:posting_id>/end/", posting.posting_end, name="posting_end"),
    path("agencies/new/", agencies.agency_new, name="agency_new"),
    path("agencies/<slug:agency_code>/people/", agencies.agency_people, name="agency_people"),
    path("agencies/<slug:agency_code>/name/", agencies.agency_rename, name="agency_rename"),
    path("agencies/<slug:agency_code>/kind/", agencies.agency_kind, name="agency_kind"),
]
