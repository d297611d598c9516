"""What the board of a meeting shows: the room, each item with its quorum, who speaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import who_may_on
from coretech.apps.meetings.facts import ATTENDING, Room, chair_of, room_of
from coretech.apps.meetings.floor import speeches_of
from coretech.apps.meetings.models import Attendance, Item, Meeting, Observer, Speech
from coretech.apps.meetings.queries import agenda_of, voted_seats
from coretech.apps.meetings.recorded import recorded_ruling
from coretech.apps.meetings.rulings import quorum_ruling
from coretech.apps.meetings.seats import seats_of
from coretech.law.access import Action
from coretech.law.ruling import Ruling

_TOKEN_BYTES = 8


class View(StrEnum):
    """Which board somebody gets: that of whoever runs the meeting, of whoever sits in it, or of a screen in public."""

    RUN = "run"
    SIT = "sit"
    SCREEN = "screen"


def view_of(by: Acting, meeting: Meeting) -> View:
    """The board of somebody who may know of the meeting: names of the recused are for whoever runs it."""
    return View.RUN if who_may_on(by, meeting.body, Action.GIVE_FLOOR).is_yes else View.SIT


@dataclass(frozen=True, slots=True)
class Line:
    """One item: how the room stands to it. ``recused`` are the seats that attend the meeting and step aside."""

    item: Item
    room: Room
    chair: Appointment | None
    recused: tuple[Appointment, ...]
    voted: int
    quorum: Ruling | None

    @property
    def undeclared(self) -> int:
        """How many of those attending still owe their declaration."""
        return len(self.room.attending - self.room.declared)

    @property
    def open(self) -> bool:
        """Whether the item is still to be decided."""
        return self.item.state != Item.State.DECIDED


@dataclass(frozen=True, slots=True)
class Board:
    """A meeting at a moment: the seats in office and the sheet's marks, both by appointment."""

    meeting: Meeting
    chair: Appointment | None
    seats: Mapping[int, Appointment]
    marks: Mapping[int, Attendance]
    observers: tuple[Observer, ...]
    lines: tuple[Line, ...]
    floor: Speech | None
    waiting: tuple[Speech, ...]

    @property
    def current(self) -> Line | None:
        """The item taken up, or the one being voted on where none was."""
        taken = (line for line in self.lines if line.item.pk == self.meeting.current_id)
        voting = (line for line in self.lines if line.item.state == Item.State.VOTING)
        return next(taken, None) or next(voting, None)

    @property
    def counts(self) -> dict[str, int]:
        """How many seats are marked in each way; seats without a mark are in none."""
        marked = [mark.status for mark in self.marks.values()]
        return {status: marked.count(status) for status in Attendance.Status.values}

    @property
    def attending(self) -> tuple[Appointment, ...]:
        """The seats that attend, in person or by a stand-in."""
        return tuple(seat for pk, seat in self.seats.items() if pk in self.marks and self._attends(pk))

    def _attends(self, appointment: int) -> bool:
        return self.marks[appointment].status in ATTENDING

    @property
    def token(self) -> str:
        """Changes whenever what one person may do here can have changed; a vote cast by somebody else does not."""
        facts = (
            (self.meeting.state, self.meeting.current_id, self.chair and self.chair.pk),
            sorted((pk, mark.status, mark.stand_in_id) for pk, mark in self.marks.items()),
            [_standing(line) for line in self.lines],
            [(speech.pk, speech.began_at) for speech in (self.floor, *self.waiting) if speech is not None],
        )
        return blake2b(repr(facts).encode(), digest_size=_TOKEN_BYTES).hexdigest()


def board_of(meeting: Meeting) -> Board:
    """The board of a meeting as its rows stand now."""
    speeches = tuple(speeches_of(meeting))
    seats = {seat.pk: seat for seat in seats_of(meeting)}
    return Board(
        meeting=meeting,
        chair=chair_of(meeting),
        seats=seats,
        marks={mark.appointment_id: mark for mark in meeting.attendance.select_related("stand_in")},
        observers=tuple(meeting.observers.filter(present=True)),
        lines=tuple(_line(item, seats) for item in agenda_of(meeting)),
        floor=next((speech for speech in speeches if speech.began_at is not None), None),
        waiting=tuple(speech for speech in speeches if speech.began_at is None),
    )


def _line(item: Item, seats: Mapping[int, Appointment]) -> Line:
    room = room_of(item)
    return Line(
        item=item,
        room=room,
        chair=chair_of(item.meeting, item),
        recused=tuple(seat for pk, seat in seats.items() if pk in room.recused & room.attending),
        voted=len(voted_seats(item) & room.entitled),
        quorum=_quorum(item, room),
    )


def _quorum(item: Item, room: Room) -> Ruling | None:
    """The ruling kept with the item, what it would be now before that, none for one decided without a vote."""
    if item.quorum is not None:
        return recorded_ruling(item.quorum)
    return None if item.state == Item.State.DECIDED else quorum_ruling(item, room)


def _standing(line: Line) -> tuple[object, ...]:
    room, item = line.room, line.item
    sets = (sorted(room.attending), sorted(room.declared), sorted(room.recused))
    return item.pk, item.state, item.outcome, item.method, line.chair and line.chair.pk, sets
