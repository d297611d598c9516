"""Entering a show of hands, or votes called out by members without a device (art. 5(3))."""

from collections import Counter
from collections.abc import Mapping

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.locking import lock_item
from coretech.apps.meetings.models import Ballot, Item
from coretech.apps.meetings.voters import require_entering, require_first_vote, require_voter
from coretech.kit.refusal import bad_input, wrong_state


def check(by: Acting, item: Item) -> None:
    """Whether the secretariat may enter hands now: in a show of hands, or for members in a named ballot."""
    require_entering(by, item)
    if item.hand_count is not None:
        raise wrong_state(
            "本案已登錄點票總數，不再逐席登錄。",
            "The hands were entered as a count; not seat by seat as well.",
        )


@operation
def record_hands(by: Acting, item_id: int, hands: Mapping[int, str]) -> Act:
    """Enter hands by appointment; in a show of hands an entry may be corrected until the vote closes."""
    item = lock_item(item_id)
    check(by, item)
    _require_voters(item, hands)
    revisions = _revisions(item)
    entered = Ballot.objects.bulk_create(
        Ballot(
            item=item,
            round=item.round,
            appointment_id=seat,
            revision=revisions[seat] + 1,
            choice=choice,
            by_hand=True,
            cast_at=by.at,
        )
        for seat, choice in hands.items()
    )
    return record(
        by,
        "meeting.hands_recorded",
        item.subject,
        public={"count": len(hands)},
        confidential={"hands": {str(seat): choice for seat, choice in sorted(hands.items())}},
        rows=entered,
    )


def _require_voters(item: Item, hands: Mapping[int, str]) -> None:
    if not hands:
        raise bad_input("hands", "請至少登錄一位委員的表決。", "Enter at least one member's vote.")
    room, seats = room_of(item), Appointment.objects.select_related("seat").in_bulk(list(hands))
    for appointment_id, choice in hands.items():
        seat = seats.get(appointment_id)
        if seat is None or choice not in Ballot.Choice.values:
            raise bad_input(
                "hands",
                "請為每位委員選擇贊成、反對或棄權。",
                "Choose for, against or abstain for each member.",
            )
        require_voter(item, seat, room)
        if item.method != Item.Method.HANDS:
            require_first_vote(item, seat)


def _revisions(item: Item) -> Counter[int]:
    """How often each seat's hand has been entered in this round."""
    return Counter(item.ballots.filter(round=item.round).values_list("appointment_id", flat=True))
