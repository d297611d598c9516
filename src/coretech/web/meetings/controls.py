"""What whoever runs a meeting can do next: its state, its items, the floor; each button asks its operation's check."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.meetings import queries
from coretech.apps.meetings.board import View, board_of
from coretech.apps.meetings.models import Item, Meeting, Speech
from coretech.apps.meetings.operations import (
    close_meeting,
    give_floor,
    name_chair,
    open_meeting,
    record_attendance,
    resume_meeting,
    suspend_meeting,
    take_up_item,
)
from coretech.apps.meetings.presiding import chair_ruling
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling
from coretech.web.meetings.gates import Gate, gate_of
from coretech.web.meetings.room_board import Names

_OPEN = ("open", Sentence("宣布開會", "Open the meeting"), open_meeting.check)
_SUSPEND = ("suspend", Sentence("宣布休息", "Suspend the meeting"), suspend_meeting.check)
_RESUME = ("resume", Sentence("宣布繼續開會", "Resume the meeting"), resume_meeting.check)
_CLOSE = ("close", Sentence("宣布散會", "Close the meeting"), close_meeting.check)
_STEPS = {
    Meeting.State.CALLED: (_OPEN,),
    Meeting.State.OPEN: (_SUSPEND, _CLOSE),
    Meeting.State.SUSPENDED: (_RESUME,),
}


@dataclass(frozen=True, slots=True)
class Controls:
    """The chair's panel: steps of the meeting, items that can be taken up, the item in hand, and the floor.

    ``chair`` is the law's word on who presides, with its warning.
    """

    steps: tuple[tuple[str, Sentence, Gate], ...]
    attendance: Gate | None
    naming: Gate | None
    chair: Ruling | None
    current: Item | None
    items: tuple[tuple[Item, Refused | None], ...]
    floor: Speech | None
    waiting: tuple[Speech, ...]
    names: Names
    giving: Refused | None


def controls_of(by: Acting, meeting: Meeting) -> Controls:
    """The panel as this reader's own checks see it."""
    board = board_of(meeting)
    current = board.current
    return Controls(
        steps=tuple(_steps(by, meeting)),
        attendance=gate_of(record_attendance.check, by, meeting),
        naming=gate_of(name_chair.check, by, meeting),
        chair=chair_ruling(meeting, board.chair) if board.attending else None,
        current=None if current is None else current.item,
        items=tuple(_items(by, meeting)) if meeting.state == Meeting.State.OPEN else (),
        floor=board.floor,
        waiting=board.waiting,
        names=Names(board, View.RUN),
        giving=refusal_of(give_floor.check, by, meeting),
    )


def _steps(by: Acting, meeting: Meeting) -> list[tuple[str, Sentence, Gate]]:
    steps = _STEPS.get(Meeting.State(meeting.state), ())
    gates = [(name, words, gate_of(check, by, meeting)) for name, words, check in steps]
    return [(name, words, gate) for name, words, gate in gates if gate is not None]


def _items(by: Acting, meeting: Meeting) -> list[tuple[Item, Refused | None]]:
    """The items still to come, each with why it cannot be taken up now."""
    listed = queries.agenda_of(meeting).filter(state=Item.State.LISTED)
    return [
        (item, refusal_of(take_up_item.check, by, item)) for item in listed if item.pk != meeting.current_id
    ]
