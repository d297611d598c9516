"""Drawing a meeting for everybody who looks at it; runs in a thread, with a database connection of its own."""

from collections.abc import Collection

from django.db import connections

from coretech.apps.meetings.models import Meeting
from coretech.web.live.audience import Audience
from coretech.web.live.frames import frame
from coretech.web.live.screens import Drawing, Screen
from coretech.web.meetings.room_board import drawn_board


class Painter:
    """Draws one meeting; remembers only who was let in a moment ago."""

    def __init__(self, meeting_id: int) -> None:
        """Nothing is drawn yet."""
        self._meeting_id = meeting_id
        self._audience = Audience()

    def draw(self, screens: Collection[Screen]) -> Drawing:
        """The meeting as it stands: the viewers asked about, the rows read once, one frame of each kind."""
        try:
            meeting = Meeting.objects.select_related("body__agency", "current").get(pk=self._meeting_id)
            viewers = {screen.viewer for screen in screens if screen.viewer is not None}
            drawing = Drawing({}, self._audience.admitted(meeting, viewers), meeting.screen_key, meeting.over)
            shown = {(drawing.view_of(screen), screen.language) for screen in screens}
            kinds = {(view, language) for view, language in shown if view is not None}
            texts = drawn_board(meeting, kinds)
            frames = {kind: frame("board", text) for kind, text in texts.items()}
            return Drawing(frames, drawing.admitted, drawing.key, drawing.over)
        finally:
            connections.close_all()
