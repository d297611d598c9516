"""Entering a show of hands (art. 5(3))."""

from collections.abc import Mapping

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Ballot, Item
from coretech.apps.meetings.operations.cast_vote import require_seat
from coretech.kit.refusal import bad_input
from coretech.law.access import Action


def check(by: Acting, item: Item) -> None:
    """Whether the secretariat may enter hands now."""
    allow_on(by, item.meeting.body, Action.RECORD_HANDS)
    require_open(item.meeting)
    require_item(item, Item.State.VOTING)


@operation
def record_hands(by: Acting, item_id: int, hands: Mapping[int, str]) -> Act:
    """Enter the hands of members who did not vote themselves, by appointment."""
    item = lock_item(item_id)
    check(by, item)
    room = room_of(item)
    seats = Appointment.objects.select_related("seat").in_bulk(list(hands))
    if not hands:
        raise bad_input("hands", "請至少登錄一位委員的表決。", "Enter at least one member's vote.")
    for appointment_id, choice in hands.items():
        seat = seats.get(appointment_id)
        if seat is None or choice not in Ballot.Choice.values:
            raise bad_input(
                "hands",
                "請為每位委員選擇贊成、反對或棄權。",
                "Choose for, against or abstain for each member.",
            )
        require_seat(item, seat, room)
    Ballot.objects.bulk_create(
        Ballot(item=item, appointment_id=seat, choice=choice, by_hand=True, cast_at=by.at)
        for seat, choice in hands.items()
    )
    return record(
        by,
        "meeting.hands_recorded",
        f"item/{item.pk}",
        public={"count": len(hands)},
        confidential={"hands": {str(seat): choice for seat, choice in sorted(hands.items())}},
    )
