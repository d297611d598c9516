"""The life of a coordination issue as a table: states, and the steps between them with who takes each."""

from dataclasses import dataclass
from typing import TypeAlias

from coretech.apps.audit import steps
from coretech.apps.reports.models import CoordinationIssue, IssueStep
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

State: TypeAlias = CoordinationIssue.State
Step: TypeAlias = IssueStep.Step


@dataclass(frozen=True, slots=True)
class Arrow(steps.Arrow[State]):
    """One step; ``done`` says that it was taken."""

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
    """The arrow, where the issue's state allows it; refused (HTTP 409) otherwise."""
    arrow = ARROWS[step]
    arrow.require(State(issue.state), STATE_NAMES, Sentence("這則議題", "The issue"))
    return arrow
