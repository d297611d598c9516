"""Addresses of work, inventory and cases."""

from django.urls import URLPattern, path

from coretech.web.cases import (
    agenda,
    announcing,
    answering,
    case,
    check,
    comments,
    invite,
    listing,
    panel,
    pre_announcing,
    submission,
    withdraw,
)
from coretech.web.inventory import candidates, new, opening
from coretech.web.work import page as work

urlpatterns: list[URLPattern] = [
    path("work/", work.work, name="work"),
    path("inventory/", candidates.inventory, name="inventory"),
    path("inventory/new/", new.candidate_new, name="candidate_new"),
    path("inventory/<int:candidate_id>/case/", opening.case_open, name="case_open"),
    path("cases/", listing.cases, name="cases"),
    path("cases/pre-announcement/", pre_announcing.case_pre_announce, name="case_pre_announce"),
    path("cases/announcement/", announcing.case_announce, name="case_announce"),
    path("cases/<slug:reference>/", case.case, name="case"),
    path("cases/<slug:reference>/panel-review/", panel.PAGE, name="case_panel"),
    path("cases/<slug:reference>/submission/", submission.PAGE, name="case_submit"),
    path("cases/<slug:reference>/check/", check.PAGE, name="case_check"),
    path("cases/<slug:reference>/invitation/", invite.PAGE, name="case_invite"),
    path("cases/<slug:reference>/withdrawal/", withdraw.PAGE, name="case_withdraw"),
    path("cases/<slug:reference>/agenda/", agenda.PAGE, name="case_agenda"),
    path("comments/", comments.comments, name="comments"),
    path("comments/<int:comment_id>/", answering.comment_answer, name="comment_answer"),
]
