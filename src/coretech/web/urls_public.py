"""The addresses anybody may open: the list, its history, drafts, and the demonstration."""

from django.urls import URLPattern, path

from coretech.web.agencies import page as agencies
from coretech.web.demo import page as demo
from coretech.web.notices import draft, drafts
from coretech.web.register import changes, home, item, listing, version

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("register/", listing.register, name="register"),
    path("register/<int:number>/", item.register_item, name="register_item"),
    path("register/<int:number>/versions/<int:version>/", version.register_version, name="register_version"),
    path("agencies/", agencies.agencies, name="agencies"),
    path("changes/", changes.changes, name="changes"),
    path("pre-announcements/", drafts.drafts, name="drafts"),
    path("pre-announcements/<int:draft_id>/", draft.draft, name="draft"),
    path("pre-announcements/<int:draft_id>/thanks/", draft.thanks, name="draft_thanks"),
    path("demo/", demo.demo, name="demo"),
    path("demo/sign-in/", demo.sign_in, name="demo_sign_in"),
    path("demo/day/", demo.move_day, name="demo_day"),
]
