"""Casting one's vote (art. 5(3))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import require
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.facts import Room, room_of
from coretech.apps.meetings.locking import lock_item, own_seat, require_item, require_open
from coretech.apps.meetings.models import Ballot, Item
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action
from coretech.law.meeting import ballot
from coretech.law.terms import Voter


def check(by: Acting, item: Item) -> Appointment:
    """The seat the vote is cast from, where it may be cast now."""
    seat = own_seat(by, item, Action.CAST_VOTE)
    room = room_of(item)
    require_seat(item, seat, room)
    if room.people[seat.pk] != by.person_id:
        raise wrong_state(
            "本席由指派代表出席並表決，您不能另行投票。",
            "A stand-in attends and votes for your seat, so you cannot vote yourself.",
        )
    return seat


def require_seat(item: Item, seat: Appointment, room: Room) -> None:
    """Refuse a seat that does not vote on the item: absent, recused, or voted already."""
    require_open(item.meeting)
    require_item(item, Item.State.VOTING)
    if seat.pk not in room.attending:
        raise wrong_state(
            "您未列於出席名單，不能投票。", "You are not recorded as attending, so you cannot vote."
        )
    voter = Voter.STAND_IN if seat.pk in room.stand_ins else _voter(seat)
    require(ballot.rule(ballot.Facts(voter=voter, recused=seat.pk in room.recused), item.meeting.day))
    if Ballot.objects.filter(item=item, appointment=seat).exists():
        raise wrong_state("您已投票，每人一票。", "You have voted already; each member has one vote.")


@operation
def cast_vote(by: Acting, item_id: int, choice: str) -> Act:
    """Cast a named vote; the choice stays out of the public leaf."""
    item = lock_item(item_id)
    seat = check(by, item)
    if choice not in Ballot.Choice.values:
        raise bad_input("choice", "請選擇贊成、反對或棄權。", "Choose for, against or abstain.")
    Ballot.objects.create(item=item, appointment=seat, choice=choice, cast_at=by.at)
    return record(
        by,
        "meeting.vote_cast",
        f"item/{item.pk}",
        confidential={"seat": seat.seat.number, "choice": choice},
    )


def _voter(seat: Appointment) -> Voter:
    return Voter.CONVENER if seat.seat.convener else Voter.MEMBER
