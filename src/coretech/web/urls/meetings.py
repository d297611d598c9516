"""The addresses of meetings, of the agreement and of tokens."""

from django.urls import URLPattern, path

from coretech.web.agreement.page import agreement
from coretech.web.meetings.attendance import attendance
from coretech.web.meetings.calling import meeting_new
from coretech.web.meetings.declaring import declare
from coretech.web.meetings.item import item, item_room
from coretech.web.meetings.listing import meetings
from coretech.web.meetings.meeting import meeting
from coretech.web.meetings.voting import vote
from coretech.web.tokens.page import tokens

urlpatterns: list[URLPattern] = [
    path("meetings/", meetings, name="meetings"),
    path("meetings/new/", meeting_new, name="meeting_new"),
    path("meetings/<int:meeting_id>/", meeting, name="meeting"),
    path("meetings/<int:meeting_id>/attendance/", attendance, name="attendance"),
    path("items/<int:item_id>/", item, name="item"),
    path("items/<int:item_id>/room/", item_room, name="item_room"),
    path("items/<int:item_id>/declare/", declare, name="declare"),
    path("items/<int:item_id>/vote/", vote, name="vote"),
    path("agreement/", agreement, name="agreement"),
    path("account/tokens/", tokens, name="tokens"),
]
