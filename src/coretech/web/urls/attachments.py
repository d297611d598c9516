"""The addresses of a case's attachments, its levels of secrecy, and leave given by name."""

from django.urls import URLPattern, path

from coretech.web.attachments.adding import attachment_new
from coretech.web.attachments.leave import case_leave, leave_revoke
from coretech.web.attachments.levels import case_levels
from coretech.web.attachments.page import attachment, attachments
from coretech.web.attachments.withdrawing import attachment_withdraw

urlpatterns: list[URLPattern] = [
    path("cases/<slug:reference>/attachments/", attachments, name="attachments"),
    path("cases/<slug:reference>/attachments/new/", attachment_new, name="attachment_new"),
    path("attachments/<int:attachment_id>/", attachment, name="attachment"),
    path("attachments/<int:attachment_id>/withdrawal/", attachment_withdraw, name="attachment_withdraw"),
    path("cases/<slug:reference>/levels/", case_levels, name="case_levels"),
    path("cases/<slug:reference>/leave/", case_leave, name="case_leave"),
    path("cases/<slug:reference>/leave/<int:grant_id>/revocation/", leave_revoke, name="leave_revoke"),
]
