"""Items that are ready to be voted on, by the project's own operations."""

from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from tests import factories

CHOICES = ("for", "against", "abstain")
Listed = tuple[Item, list[Appointment]]


def listed_item(present: int = 13) -> Listed:
    """An addition on the agenda of a meeting that is open, and the seats that attend; all have declared."""
    meeting = factories.called_meeting()
    item = factories.listed_item(factories.checked_case(factories.addition()), meeting)
    members = factories.attend(meeting, present)
    open_meeting(factories.acting("office"), meeting.pk)
    factories.declare_none(item, members)
    return item, members


def open_item(
    method: str, present: int = 13, *, changes: bool = False, listed: Listed | None = None
) -> Listed:
    """The same, or one that was listed before, with its vote open."""
    item, members = listed or listed_item(present)
    open_vote(factories.acting("office"), item.pk, method, changes=changes)
    return fresh(item), members


def fresh(item: Item) -> Item:
    """The item as the database has it now."""
    return Item.objects.select_related("meeting__body__agency", "case").get(pk=item.pk)


def username(seat: Appointment) -> str:
    """The account of whoever holds the seat."""
    account = seat.person.account
    return "" if account is None else account.username


def tally(item: Item) -> dict[str, int]:
    """The count kept with the item, once its vote has closed."""
    kept: dict[str, int] = fresh(item).tally or {}
    return kept
