"""The scenes of the votes: for each case the vote opens, members vote, the count decides; then the meeting closes."""

from functools import partial

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.models import Appointment
from coretech.apps.cases.states import State
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.models import Ballot, Item, Meeting
from coretech.apps.meetings.operations.cast_secret_vote import cast_secret_vote
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_hands import check as record_hands_check
from coretech.apps.meetings.operations.record_hands import record_hands
from coretech.apps.meetings.operations.take_up_item import take_up_item
from coretech.apps.meetings.queries import waiting_voters
from coretech.apps.meetings.recorded import recorded_ruling
from coretech.apps.people.models import Person
from coretech.demo.acting import acting_as
from coretech.demo.cast import CHAIR, OFFICE, RECUSED, UNSIGNED
from coretech.demo.found import item_of, meeting_day, reached, the_item, the_meeting
from coretech.demo.proposals import ADDITION, RENAMING, Proposal
from coretech.demo.scene import Came, Scene
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_NAMED = {CHAIR: Ballot.Choice.FOR, UNSIGNED: Ballot.Choice.FOR}
_METHODS = {Item.Method.NAMED: Sentence("記名", "named"), Item.Method.SECRET: Sentence("無記名", "secret")}
_CASTING = {
    Item.Method.NAMED: Sentence("委員投票並登錄舉手", "members vote, hands are entered"),
    Item.Method.SECRET: Sentence(
        "委員各自投票，票封密存", "members vote alone, each vote in a sealed envelope"
    ),
}
_AGAINST, _ABSTAINING = {22}, {23}


def _take_up(proposal: Proposal, by: Acting) -> Came:
    return Came([take_up_item(by, the_item(proposal).pk)])


def _taken_up(proposal: Proposal) -> bool:
    item = item_of(proposal)
    return item is not None and (item.state != Item.State.LISTED or item.meeting.current_id == item.pk)


def _open(proposal: Proposal, method: Item.Method, by: Acting) -> Came:
    act = open_vote(by, the_item(proposal).pk, method.value)
    return Came([act], [recorded_ruling(the_item(proposal).quorum or {})])


def _cast_secretly(proposal: Proposal, by: Acting) -> Came:
    """Everybody in the room votes alone: the member's own device, or the stand-in's; no hands can be entered."""
    del by
    item = the_item(proposal)
    refused = refusal_of(record_hands_check, acting_as(OFFICE), item)
    accounts = dict(Person.objects.exclude(account=None).values_list("pk", "account__username"))
    people = room_of(item).people
    acts = [
        cast_secret_vote(acting_as(accounts[people[seat.pk]]), item.pk, _hand(seat))
        for seat in _waiting(item)
    ]
    return Came(acts, (), refused)


def _cast(proposal: Proposal, by: Acting) -> Came:
    """Two members vote themselves, the secretariat enters the others' hands; who is recused may not vote."""
    item = the_item(proposal)
    refused = refusal_of(cast_vote, acting_as(RECUSED), item.pk, "for") if _steps_aside(item) else None
    waiting = {_username(seat): seat for seat in _waiting(item)}
    acts = [cast_vote(acting_as(name), item.pk, _NAMED[name].value) for name in _NAMED if name in waiting]
    hands = {seat.pk: _hand(seat) for seat in _waiting(item)}
    return Came([*acts, record_hands(by, item.pk, hands)] if hands else acts, (), refused)


def _steps_aside(item: Item) -> bool:
    seat = Appointment.objects.get(person__account__username=RECUSED, seat__body=item.meeting.body)
    return seat.pk in room_of(item).recused


def _waiting(item: Item) -> list[Appointment]:
    return waiting_voters(item, room_of(item))


def _username(seat: Appointment) -> str:
    return "" if seat.person.account is None else seat.person.account.username


def _hand(seat: Appointment) -> str:
    if seat.seat.number in _AGAINST:
        return Ballot.Choice.AGAINST.value
    return (Ballot.Choice.ABSTAIN if seat.seat.number in _ABSTAINING else Ballot.Choice.FOR).value


def _count(proposal: Proposal, by: Acting) -> Came:
    act = close_vote(by, the_item(proposal).pk)
    return Came([act], [recorded_ruling(the_item(proposal).resolution or {})])


def _voted(proposal: Proposal) -> bool:
    item = item_of(proposal)
    return item is not None and (item.state == Item.State.DECIDED or not _waiting(item))


def _voting(proposal: Proposal) -> bool:
    item = item_of(proposal)
    return item is not None and item.state != Item.State.LISTED


def _votes(proposal: Proposal, method: Item.Method, zh: str, en: str) -> tuple[Scene, ...]:
    """The four scenes of one case before the council."""
    secret = method == Item.Method.SECRET
    return (
        Scene(
            Sentence(f"{zh}：進行本案", f"{en} is taken up"),
            CHAIR,
            Action.TAKE_UP_ITEM,
            meeting_day,
            partial(_taken_up, proposal),
            partial(_take_up, proposal),
        ),
        Scene(
            Sentence(f"{zh}：宣布{_METHODS[method].zh}表決", f"{en}: the {_METHODS[method].en} vote opens"),
            CHAIR,
            Action.OPEN_VOTE,
            meeting_day,
            partial(_voting, proposal),
            partial(_open, proposal, method),
        ),
        Scene(
            Sentence(f"{zh}：{_CASTING[method].zh}", f"{en}: {_CASTING[method].en}"),
            UNSIGNED if secret else OFFICE,
            Action.CAST_VOTE if secret else Action.RECORD_HANDS,
            meeting_day,
            partial(_voted, proposal),
            partial(_cast_secretly if secret else _cast, proposal),
        ),
        Scene(
            Sentence(f"{zh}：宣布結果", f"{en}: the count decides"),
            CHAIR,
            Action.CLOSE_VOTE,
            meeting_day,
            partial(reached, State.APPROVED, proposal),
            partial(_count, proposal),
        ),
    )


def _close(by: Acting) -> Came:
    return Came([close_meeting(by, the_meeting().pk)])


SCENES = (
    *_votes(RENAMING, Item.Method.NAMED, "變更案", "The renaming"),
    *_votes(ADDITION, Item.Method.SECRET, "新增案", "The addition"),
    Scene(
        Sentence("散會", "The meeting closes"),
        CHAIR,
        Action.CLOSE_MEETING,
        meeting_day,
        lambda: the_meeting().state == Meeting.State.CLOSED,
        _close,
    ),
)
