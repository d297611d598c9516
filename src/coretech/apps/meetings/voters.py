"""Who may vote on an item now, by which method, and from which seat."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import require
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import Room, room_of
from coretech.apps.meetings.locking import own_seat, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.queries import voted_seats
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action
from coretech.law.meeting import ballot
from coretech.law.terms import Voter


def own_vote(by: Acting, item: Item, *methods: Item.Method) -> Appointment:
    """The seat somebody votes from in person, where the vote is open and held by one of the methods.

    Raises:
        Refused: (HTTP 403) without a seat; (HTTP 409) where the vote is not open, is held otherwise, or not theirs.
    """
    seat = own_seat(by, item, Action.CAST_VOTE)
    require_open(item.meeting)
    require_item(item, Item.State.VOTING)
    room = room_of(item)
    require_voter(item, seat, room)
    if room.people[seat.pk] != by.person_id:
        raise wrong_state(
            "本席由指派代表出席並表決，您不能另行投票。",
            "A stand-in attends and votes for your seat, so you cannot vote yourself.",
        )
    _require_method(item, methods)
    return seat


def require_entering(by: Acting, item: Item) -> None:
    """Refuse whoever may not enter hands for others now (HTTP 403, 409); nobody does in a secret ballot."""
    allow_on(by, item.meeting.body, Action.RECORD_HANDS)
    require_open(item.meeting)
    require_item(item, Item.State.VOTING)
    if item.method == Item.Method.SECRET:
        raise wrong_state(
            "本案採無記名投票，請委員自行投票。", "The ballot is secret: members cast their votes themselves."
        )


def require_voter(item: Item, seat: Appointment, room: Room) -> None:
    """Refuse a seat that may not vote on the item: absent, or recused."""
    if seat.pk not in room.attending:
        raise wrong_state(
            "您未列於出席名單，不能投票。", "You are not recorded as attending, so you cannot vote."
        )
    voter = Voter.STAND_IN if seat.pk in room.stand_ins else _voter(seat)
    require(ballot.rule(ballot.Facts(voter=voter, recused=seat.pk in room.recused), item.meeting.day))


def require_first_vote(item: Item, seat: Appointment) -> None:
    """Refuse a second vote from a seat."""
    if seat.pk in voted_seats(item):
        raise wrong_state("您已投票，每人一票。", "You have voted already; each member has one vote.")


def _require_method(item: Item, methods: tuple[Item.Method, ...]) -> None:
    if item.method in methods:
        return
    if item.method == Item.Method.HANDS:
        raise wrong_state(
            "本案舉手表決：請在會場舉手，由幕僚登錄。",
            "This item is decided by a show of hands: raise yours in the room, and it is entered for you.",
        )
    raise wrong_state(
        "本案的表決方式不同；請重新載入投票頁再投。",
        "This item is voted on in another way; load the page for voting again.",
    )


def _voter(seat: Appointment) -> Voter:
    return Voter.CONVENER if seat.seat.convener else Voter.MEMBER
