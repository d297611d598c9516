"""The addresses anybody may open: the list, its history, drafts, and the demonstration."""

from django.urls import URLPattern, path

from coretech.web.agencies import page as agencies
from coretech.web.demo import page as demo
from coretech.web.notices import draft, drafts
from coretech.web.opendata import files
from coretech.web.opendata.negotiating import offering
from coretech.web.register import changes, comparing, embedding, home, item, listing, timeline, version

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("register/", offering(listing.register, files.list_data), name="register"),
    path("register/compare/", comparing.register_compare, name="register_compare"),
    path("register/timeline/", timeline.register_timeline, name="register_timeline"),
    path("register/embed/", embedding.register_embed, name="register_embed"),
    path("register/<int:number>/", offering(item.register_item, files.item_data), name="register_item"),
    path(
        "register/<int:number>/versions/<int:version>/",
        offering(version.register_version, files.version_data),
        name="register_version",
    ),
    path("agencies/", agencies.agencies, name="agencies"),
    path("changes/", changes.changes, name="changes"),
    path("pre-announcements/", drafts.drafts, name="drafts"),
    path("pre-announcements/<int:draft_id>/", draft.draft, name="draft"),
    path("pre-announcements/<int:draft_id>/thanks/", draft.thanks, name="draft_thanks"),
    path("demo/", demo.demo, name="demo"),
    path("demo/sign-in/", demo.sign_in, name="demo_sign_in"),
    path("demo/day/", demo.move_day, name="demo_day"),
]
