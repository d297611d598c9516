"""The addresses of the room: the live board and the projector."""

from django.urls import URLPattern, path

from coretech.web.live.events import meeting_events, screen_events
from coretech.web.meetings.chairing import meeting_chair
from coretech.web.meetings.now import meeting_now
from coretech.web.meetings.projector import screen, screen_board
from coretech.web.meetings.room_board import meeting_board
from coretech.web.meetings.speaker import meeting_speaker

urlpatterns: list[URLPattern] = [
    path("meetings/<int:meeting_id>/board/", meeting_board, name="meeting_board"),
    path("meetings/<int:meeting_id>/now/", meeting_now, name="meeting_now"),
    path("meetings/<int:meeting_id>/events/", meeting_events, name="meeting_events"),
    path("meetings/<int:meeting_id>/chair/", meeting_chair, name="meeting_chair"),
    path("meetings/<int:meeting_id>/speaker/", meeting_speaker, name="meeting_speaker"),
    path("screen/<str:key>/", screen, name="screen"),
    path("screen/<str:key>/board/", screen_board, name="screen_board"),
    path("screen/<str:key>/events/", screen_events, name="screen_events"),
]
