"""A meeting in the room: called, attended, open, with an item in hand."""

from dataclasses import dataclass

from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models import Item, Meeting, Observer
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.take_up_item import take_up_item
from tests import factories

OFFICE, CHAIR = "office", "member-01"
SPOUSE = Interest(interest=True, kinship=("spouse",))


@dataclass
class Room:
    """A meeting, its two items, and who is present: members 1 to 14 but the seventh, who has not signed."""

    meeting: Meeting
    first: Item
    second: Item
    present: list[Appointment]

    def fresh(self) -> Meeting:
        """The meeting as its row stands now."""
        return Meeting.objects.select_related("body__agency", "current").get(pk=self.meeting.pk)

    def again(self) -> "Room":
        """The same room with all its rows read anew."""
        first, second = (Item.objects.get(pk=item.pk) for item in (self.first, self.second))
        present = [seat for seat in factories.seats() if seat in self.present]
        return Room(Meeting.objects.get(pk=self.meeting.pk), first, second, present)

    def seat(self, number: int) -> Appointment:
        """The appointment in a seat."""
        return next(seat for seat in factories.seats() if seat.seat.number == number)


def called_room() -> Room:
    """A meeting with two items and its sheet filled in, not yet open."""
    meeting = factories.called_meeting()
    first = factories.listed_item(factories.checked_case(factories.renaming()), meeting)
    second = factories.listed_item(factories.checked_case(factories.addition()), meeting)
    return Room(meeting, first, second, factories.attend(meeting, 13))


def open_room(called: Room | None = None) -> Room:
    """The same, or one that was called before, opened by the Office."""
    room = called or called_room()
    open_meeting(factories.acting(OFFICE), room.meeting.pk)
    return room


def at_first_item(called: Room | None = None) -> Room:
    """The same, with the first item taken up."""
    room = open_room(called)
    take_up_item(factories.acting(CHAIR), room.first.pk)
    return room


def recuse(username: str, item: Item) -> None:
    """Let a member declare a spouse's interest, and so step aside."""
    declare(factories.acting(username), item.pk, SPOUSE)


def observer(room: Room, *, item: Item | None = None, present: bool = True) -> Observer:
    """Somebody invited to sit in."""
    return Observer.objects.create(
        meeting=room.meeting,
        item=item,
        name="王示範",
        organisation="示範研究院",
        why="提供意見",
        present=present,
    )
