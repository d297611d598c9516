"""What only whoever is in the chair may do."""

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.facts import chair_of, room_of
from coretech.apps.meetings.locking import own_seat
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.presiding import require_presiding
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_NOT_THE_CHAIR = Sentence(
    "這由本案的主席辦理；請洽主席，或先指定主席。",
    "This is for whoever presides over the item. Ask the chair, or let a chair be named first.",
)


def own_chair(by: Acting, item: Item, action: Action) -> Appointment:
    """The seat that presides over the item, where it is this person who sits in it.

    Raises:
        Refused: (HTTP 403) for everybody else; (HTTP 409) where the chair is away or recused.
    """
    seat, room = own_seat(by, item, action), room_of(item)
    if seat != chair_of(item.meeting, item) or room.people[seat.pk] != by.person_id:
        raise Refused(_NOT_THE_CHAIR, status=403)
    return require_presiding(item, room)
