"""What one reader sees of the room for an item: the figures, the rulings, and one's own part in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings import queries
from coretech.apps.meetings.facts import Room, room_of
from coretech.apps.meetings.models import Ballot, Item, Meeting
from coretech.apps.meetings.recorded import recorded_ruling
from coretech.apps.meetings.rulings import quorum_ruling
from coretech.law.ruling import Ruling
from coretech.web.meetings.own import Own, own, own_ruling
from coretech.web.meetings.readings import CountReading, readings_of_count, tie_ruling


@dataclass(frozen=True, slots=True)
class RoomView:
    """The room and the item as one reader may see them.

    ``quorum`` and ``resolution`` are those recorded with the item where there are, ``tally`` is there only once the
    vote has closed: before that nobody sees a choice, only how many have voted.
    """

    room: Room
    quorum: Ruling | None
    resolution: Ruling | None
    tally: Mapping[str, int] | None
    undeclared: list[Appointment]
    waiting: list[Appointment]
    hands: int
    readings: list[CountReading]
    tie: Ruling | None
    own: Own | None
    recusal: Ruling | None
    dossier: Ruling | None
    live: bool

    @property
    def voted(self) -> int:
        """How many have voted, one by one or as hands that were counted."""
        return self.hands or len(self.room.entitled) - len(self.waiting)

    @property
    def unsettled(self) -> bool:
        """Whether the readings of the count differ in the outcome."""
        return len({reading.outcome for reading in self.readings}) > 1

    @property
    def undeclared_attending(self) -> int:
        """How many of those attending still owe their declaration."""
        return len(self.room.attending - self.room.declared)

    @property
    def closed_to_me(self) -> bool:
        """Whether the reader is recused, and sees no more than that."""
        return self.own is not None and self.own.recused


def room_view(by: Acting, item: Item) -> RoomView:
    """The room of an item for one reader."""
    room, mine = room_of(item), own(by, item)
    declared = None if mine is None else mine.declaration
    over = item.state == Item.State.DECIDED
    return RoomView(
        room=room,
        quorum=_quorum(item, room),
        resolution=None if item.resolution is None else recorded_ruling(item.resolution),
        tally=item.tally,
        undeclared=queries.undeclared_seats(item, room),
        waiting=queries.waiting_voters(item, room) if item.hand_count is None else [],
        hands=_hands(item),
        readings=readings_of_count(item),
        tie=tie_ruling(item),
        own=mine,
        recusal=None if declared is None or declared.ordered_by_id else own_ruling(item, declared),
        dossier=None if item.case is None else queries.dossier_ruling(by, item.case),
        live=not over and item.meeting.state == Meeting.State.OPEN,
    )


def _quorum(item: Item, room: Room) -> Ruling | None:
    """The ruling kept when the vote opened, what it would be now before that, none for an item put off."""
    if item.quorum is not None:
        return recorded_ruling(item.quorum)
    return None if item.state == Item.State.DECIDED else quorum_ruling(item, room)


def _hands(item: Item) -> int:
    """How many hands were counted, whichever way they were raised."""
    return sum((item.hand_count or {}).get(choice, 0) for choice in Ballot.Choice.values)
