"""The board of a meeting as pages and streams draw it: the same fragment for everybody with the same view."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import override
from django.views.decorators.http import require_safe

from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings import queries
from coretech.apps.meetings.board import Board, View, board_of, view_of
from coretech.apps.meetings.models import Item, Meeting, Speech
from coretech.kit.sentence import Language, Sentence
from coretech.web.acting import acting
from coretech.web.meetings.words import MEETING_STATES, seat_name, tag_of
from coretech.web.shell.parts import Tag

_TEMPLATES = {
    View.RUN: "meetings/board.jinja",
    View.SIT: "meetings/board.jinja",
    View.SCREEN: "meetings/board_screen.jinja",
}
_TAGS: Mapping[Language, str] = {"zh": "zh-hant", "en": "en"}
_UNDER_DISCUSSION = Tag(Sentence("審議中", "Under discussion"), "teal")
_OBSERVER = Sentence("列席者", "An observer")


@dataclass(frozen=True, slots=True)
class Names:
    """How the board names seats, speakers and items; a screen in public gets numbers where others get names."""

    board: Board
    view: View

    def seat(self, seat: Appointment) -> Sentence:
        """A seat, by whoever sits in it."""
        number = seat.seat.number
        if self.view is View.SCREEN:
            return Sentence(f"第{number}席", f"Seat {number}")
        mark = self.board.marks.get(seat.pk)
        if mark is None or mark.stand_in is None:
            return seat_name(seat, self.board.meeting)
        name = mark.stand_in.name
        return Sentence(f"第{number}席 {name.zh}（指派代表）", f"Seat {number}, {name.en} (stand-in)")

    def speaker(self, speech: Speech) -> Sentence:
        """Whoever has the floor or waits for it."""
        if speech.appointment is not None:
            return self.seat(self.board.seats.get(speech.appointment.pk, speech.appointment))
        if speech.observer is None or self.view is View.SCREEN:
            return _OBSERVER
        name, organisation = speech.observer.name, speech.observer.organisation
        return Sentence(f"{name}（{organisation}，列席）", f"{name} ({organisation}, observer)")

    def title(self, item: Item) -> Sentence | None:
        """What the item is about; on a screen in public a case stays a number, and so does an issue of a plan."""
        inside = item.case_id is not None or is_coordination(self.board.meeting.body)
        return None if self.view is View.SCREEN and inside else item.title

    def mark(self, item: Item) -> Tag:
        """Where the item stands; the one in hand is under discussion until its vote opens."""
        in_hand = item.pk == self.board.meeting.current_id and item.state == Item.State.LISTED
        return _UNDER_DISCUSSION if in_hand else tag_of(item)


def board_context(board: Board, view: View) -> dict[str, object]:
    """What the templates of the board need."""
    return {
        "board": board,
        "view": view.value,
        "names": Names(board, view),
        "state": MEETING_STATES[Meeting.State(board.meeting.state)],
    }


def drawn_board(
    meeting: Meeting, kinds: Collection[tuple[View, Language]]
) -> dict[tuple[View, Language], str]:
    """The board's fragment in each view and language asked for; the rows are read once."""
    board = board_of(meeting)
    return {(view, language): _drawn(board, view, language) for view, language in kinds}


@require_safe
def meeting_board(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The board alone, for a browser whose stream does not come through."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    view = view_of(by, found)
    return render(request, _TEMPLATES[view], board_context(board_of(found), view))


def _drawn(board: Board, view: View, language: Language) -> str:
    with override(_TAGS[language]):
        return render_to_string(_TEMPLATES[view], board_context(board, view), using="pages")
