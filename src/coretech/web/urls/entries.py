"""The addresses of keeping an item: what an officer can do for it, corrections, scope notes, scans."""

from django.urls import URLPattern, path

from coretech.web.register import correcting, keeping, noting, scans

urlpatterns: list[URLPattern] = [
    path("register/<int:number>/keep/", keeping.register_keep, name="register_keep"),
    path(
        "register/<int:number>/versions/<int:version>/correction/",
        correcting.entry_correct,
        name="entry_correct",
    ),
    path("register/<int:number>/notes/new/", noting.note_new, name="note_new"),
    path("register/<int:number>/notes/withdrawal/", noting.note_withdraw, name="note_withdraw"),
    path("changes/<int:edition>/scan/", scans.scan_new, name="scan_new"),
    path("changes/<int:edition>/scans/<int:scan_id>/", scans.announcement_scan, name="announcement_scan"),
]
