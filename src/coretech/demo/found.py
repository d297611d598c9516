"""Where the change of the demonstration stands: found in the records each time, so that a play can go on."""

import datetime as dt

from coretech.apps.bodies.models import Body
from coretech.apps.cases.models import Case, PreAnnouncement
from coretech.apps.cases.states import State
from coretech.apps.inventory.models import Candidate
from coretech.apps.meetings.models import Item, Meeting
from coretech.demo.proposals import PROPOSALS, Proposal
from coretech.kit.refusal import wrong_state

MEETS_ON = dt.date(2025, 11, 4)
"""The day the play's council meets, at the earliest."""

_WAY = (
    State.DRAFT,
    State.REVIEWED,
    State.SUBMITTED,
    State.CHECKED,
    State.ON_AGENDA,
    State.APPROVED,
    State.PRE_ANNOUNCED,
    State.ANNOUNCED,
    State.REPORTED,
)
_AGAIN = {State.RETURNED: State.REVIEWED, State.DEFERRED: State.CHECKED}


def candidate_of(proposal: Proposal) -> Candidate | None:
    """The candidate the inventory recorded for a proposal."""
    return Candidate.objects.filter(name_zh=proposal.name_zh).order_by("pk").first()


def case_of(proposal: Proposal) -> Case | None:
    """The proposal's case, once it is open."""
    return Case.objects.filter(candidate__name_zh=proposal.name_zh).order_by("pk").first()


def cases() -> list[Case]:
    """The cases that are open, in the order of the proposals."""
    return [case for case in map(case_of, PROPOSALS) if case is not None]


def reached(state: State, proposal: Proposal) -> bool:
    """Whether the proposal's case has come to a state, or past it.

    Raises:
        Refused: (HTTP 409) where the case has ended on the way, so that the play cannot carry it on.
    """
    case = case_of(proposal)
    if case is None:
        return False
    if case.stands_at in (State.REJECTED, State.WITHDRAWN):
        raise wrong_state(
            f"案件{case.reference}未獲通過或已撤回，演出無法接續；請以新的CORETECH_HOME重新開始。",
            f"Case {case.reference} was rejected or withdrawn, so the play cannot go on; "
            "start again with another CORETECH_HOME.",
        )
    return _WAY.index(_AGAIN.get(case.stands_at, case.stands_at)) >= _WAY.index(state)


def all_reached(state: State) -> bool:
    """Whether both cases have come to a state, or past it."""
    return all(reached(state, proposal) for proposal in PROPOSALS)


def short_of(state: State) -> list[Case]:
    """The cases that have not come to a state yet."""
    behind = [case_of(proposal) for proposal in PROPOSALS if not reached(state, proposal)]
    return [case for case in behind if case is not None]


def item_of(proposal: Proposal) -> Item | None:
    """The newest place of the proposal's case on an agenda."""
    rows = Item.objects.select_related("meeting__body", "case__submitter", "case__authority")
    return rows.filter(case__candidate__name_zh=proposal.name_zh).order_by("-pk").first()


def items() -> list[Item]:
    """The cases' places on agendas, in the order of the proposals."""
    return [item for item in map(item_of, PROPOSALS) if item is not None]


def the_item(proposal: Proposal) -> Item:
    """The proposal's place on the agenda, where scenes before have put it there.

    Raises:
        Refused: (HTTP 409) where it stands on none.
    """
    found = item_of(proposal)
    if found is None:
        raise wrong_state("演出所需的議案不在議程上。", "The play's case is on no agenda.")
    return found


def meeting() -> Meeting | None:
    """The meeting that deals with the cases: where they stand on the agenda, else one that has been called."""
    listed = [item_of(proposal) for proposal in PROPOSALS if reached(State.ON_AGENDA, proposal)]
    taken = next((item.meeting for item in listed if item is not None), None)
    return taken or Meeting.objects.filter(body__kind=Body.Kind.COUNCIL, state=Meeting.State.CALLED).first()


def meeting_day() -> dt.date:
    """The day the meeting is held on; the real change's council met before its pre-announcement."""
    called = meeting()
    return MEETS_ON if called is None else max(called.held_on, MEETS_ON)


def the_meeting() -> Meeting:
    """The meeting, where scenes before have called it.

    Raises:
        Refused: (HTTP 409) where somebody closed it before the cases were on its agenda.
    """
    found = meeting()
    if found is None:
        raise wrong_state("演出所需的會議不在，請重新演出。", "The play's meeting is not there; play again.")
    return found


def draft() -> PreAnnouncement | None:
    """The pre-announcement that the cases stand in."""
    return PreAnnouncement.objects.filter(cases__in=cases()).order_by("-pk").first()
