"""The scenes of the votes: for each case the vote opens, members vote, the count decides; then the meeting closes."""

from functools import partial

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.models import Appointment
from coretech.apps.cases.states import State
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.models import Ballot, Item, Meeting
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_hands import record_hands
from coretech.apps.meetings.queries import waiting_voters
from coretech.apps.meetings.recorded import recorded_ruling
from coretech.demo.acting import acting_as
from coretech.demo.cast import CHAIR, OFFICE, RECUSED, UNSIGNED
from coretech.demo.found import item_of, meeting_day, reached, the_item, the_meeting
from coretech.demo.proposals import ADDITION, RENAMING, Proposal
from coretech.demo.scene import Came, Scene
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_NAMED = {CHAIR: Ballot.Choice.FOR, UNSIGNED: Ballot.Choice.FOR}
_AGAINST, _ABSTAINING = {22}, {23}


def _open(proposal: Proposal, by: Acting) -> Came:
    act = open_vote(by, the_item(proposal).pk)
    return Came([act], [recorded_ruling(the_item(proposal).quorum or {})])


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


def _votes(proposal: Proposal, zh: str, en: str) -> tuple[Scene, ...]:
    """The three scenes of one case's vote."""
    return (
        Scene(
            Sentence(f"{zh}：宣布表決", f"{en}: the vote opens"),
            CHAIR,
            Action.OPEN_VOTE,
            meeting_day,
            partial(_voting, proposal),
            partial(_open, proposal),
        ),
        Scene(
            Sentence(f"{zh}：委員投票並登錄舉手", f"{en}: members vote, hands are entered"),
            OFFICE,
            Action.RECORD_HANDS,
            meeting_day,
            partial(_voted, proposal),
            partial(_cast, proposal),
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
    *_votes(RENAMING, "變更案", "The renaming"),
    *_votes(ADDITION, "新增案", "The addition"),
    Scene(
        Sentence("散會", "The meeting closes"),
        CHAIR,
        Action.CLOSE_MEETING,
        meeting_day,
        lambda: the_meeting().state == Meeting.State.CLOSED,
        _close,
    ),
)
