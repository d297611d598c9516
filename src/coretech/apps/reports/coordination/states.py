"""The life of a coordination issue as a table: states, and the steps between them with who takes each."""

from dataclasses import dataclass
from typing import TypeAlias

from coretech.apps.reports.models import CoordinationIssue, IssueStep
from coretech.kit.refusal import elsewhere
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

State: TypeAlias = CoordinationIssue.State
Step: TypeAlias = IssueStep.Step


@dataclass(frozen=True, slots=True)
class Arrow:
    """One step; ``target`` is None where the issue stays where it stands, ``done`` says that it was taken."""

    sources: frozenset[State]
    target: State | None
    action: Action
    name: Sentence
    done: Sentence


STATE_NAMES = {
    State.OPEN: Sentence("待處理", "Open"),
    State.IN_HAND: Sentence("處理中", "In hand"),
    State.DECIDED: Sentence("已決定，執行中", "Decided, being carried out"),
    State.CLOSED: Sentence("已結案", "Closed"),
}
_UNDECIDED = frozenset({State.OPEN, State.IN_HAND})

ARROWS: dict[Step, Arrow] = {
    Step.TAKE: Arrow(
        _UNDECIDED,
        State.IN_HAND,
        Action.SETTLE_ISSUE,
        Sentence("指定主辦機關與期限", "Name the owner and the due day"),
        Sentence("已指定主辦機關與期限", "Owner and due day named"),
    ),
    Step.PUT: Arrow(
        _UNDECIDED,
        None,
        Action.RUN_COORDINATION,
        Sentence("提專案會議", "Put it to a coordination meeting"),
        Sentence("已提專案會議", "Put to a coordination meeting"),
    ),
    Step.ANSWER: Arrow(
        frozenset({State.IN_HAND, State.DECIDED}),
        None,
        Action.RAISE_ISSUE,
        Sentence("回報辦理情形", "Say what was done"),
        Sentence("主辦機關已回報", "Answered by the owner"),
    ),
    Step.DECIDE: Arrow(
        _UNDECIDED,
        State.DECIDED,
        Action.SETTLE_ISSUE,
        Sentence("登錄決定", "Record the decision"),
        Sentence("已決定", "Decided"),
    ),
    Step.CLOSE: Arrow(
        frozenset({State.DECIDED}),
        State.CLOSED,
        Action.SETTLE_ISSUE,
        Sentence("結案", "Close it"),
        Sentence("已結案", "Closed"),
    ),
}

RAISED = Sentence("提出議題", "Raised")
"""What its first step is called, which no arrow leads to."""


def require_step(step: Step, issue: CoordinationIssue) -> Arrow:
    """The arrow, where the issue's state allows it.

    Raises:
        Refused: (HTTP 409) naming where the issue stands and where it would have to stand.
    """
    arrow, state = ARROWS[step], State(issue.state)
    if state in arrow.sources:
        return arrow
    needed = [STATE_NAMES[source] for source in State if source in arrow.sources]
    raise elsewhere(Sentence("這則議題", "The issue"), arrow.name, STATE_NAMES[state], needed)
