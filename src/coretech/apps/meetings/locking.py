"""Finding and locking a meeting or an item for an operation."""

from django.db import connection

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.seats import seat_of
from coretech.kit.refusal import Refused, not_found, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

ROOM_CHANNEL = "room"
"""PostgreSQL tells listeners on this channel the number of each meeting that changed, when the change is committed."""

_NOT_A_MEMBER = Sentence("您不是本次會議的委員。", "You are not a member of this meeting.")


def lock_meeting(meeting_id: int) -> Meeting:
    """The meeting, its row locked until the transaction ends; the screens of the room are told when it does."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("body__agency")
    meeting = rows.filter(pk=meeting_id).first()
    if meeting is None:
        raise no_such_meeting()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [ROOM_CHANNEL, str(meeting_id)])
    return meeting


def lock_item(item_id: int) -> Item:
    """The item with its meeting and case; the meeting's row is locked too, so an item's acts come one by one."""
    item = Item.objects.filter(pk=item_id).first()
    if item is None:
        raise no_such_item()
    lock_meeting(item.meeting_id)
    rows = Item.objects.select_related("meeting__body__agency", "case__submitter", "case__authority")
    return rows.get(pk=item_id)


def no_such_meeting() -> Refused:
    """The refusal for a meeting that is not there, or not for this reader."""
    return not_found("沒有這場會議，或您無權閱覽。", "There is no such meeting, or it is not yours to see.")


def no_such_item() -> Refused:
    """The refusal for an item that is not there, or not for this reader."""
    return not_found("沒有這個議案，或您無權閱覽。", "There is no such item, or it is not yours to see.")


def require_called(meeting: Meeting) -> None:
    """Refuse where the meeting has begun, is over, or was called off."""
    require_not_closed(meeting)
    if meeting.running:
        raise wrong_state("會議已開始。", "The meeting has begun.")


def require_open(meeting: Meeting) -> None:
    """Refuse where the meeting is not running."""
    if meeting.state == Meeting.State.CALLED:
        raise wrong_state("會議尚未開始；請主席先宣布開會。", "The meeting has not begun; open it first.")
    if meeting.state == Meeting.State.SUSPENDED:
        raise wrong_state(
            "會議休息中；請主席先宣布繼續開會。", "The meeting is suspended; let the chair resume it first."
        )
    require_not_closed(meeting)


def require_not_closed(meeting: Meeting) -> None:
    """Refuse where the meeting is over or was called off."""
    if meeting.state == Meeting.State.CLOSED:
        raise wrong_state("會議已散會。", "The meeting is closed.")
    if meeting.state == Meeting.State.CANCELLED:
        raise wrong_state("會議已取消。", "The meeting was cancelled.")


def require_item(item: Item, *states: str) -> None:
    """Refuse where the item does not stand at one of these states."""
    if item.state in states:
        return
    if item.state == Item.State.DECIDED:
        raise wrong_state("本案已決議。", "The item has been decided already.")
    if item.state == Item.State.COUNTED:
        raise wrong_state(
            "本案已計票，各種解讀結果不同，待主席認定。",
            "The votes are counted and the readings differ; the chair must say which applies.",
        )
    if item.state == Item.State.VOTING:
        raise wrong_state("本案正在表決。", "The item is being voted on already.")
    raise wrong_state(
        "本案尚未進入表決；請先宣布表決。", "Voting has not begun on this item; open the vote first."
    )


def own_seat(by: Acting, item: Item, action: Action) -> Appointment:
    """The seat somebody acts from in this meeting: one's own, or the one an agency sends one to."""
    return own_seat_at(by, item.meeting, action)


def own_seat_at(by: Acting, meeting: Meeting, action: Action) -> Appointment:
    """The same, for the meeting as a whole."""
    allow_on(by, meeting.body, action)
    seat = seat_of(by, meeting)
    if seat is None:
        raise Refused(_NOT_A_MEMBER, status=403)
    return seat
