"""The life of a case as a table: states, and the steps between them with the article each comes from."""

from dataclasses import dataclass
from enum import StrEnum

from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


class State(StrEnum):
    """Where a case stands."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    CHECKED = "checked"
    ON_AGENDA = "on_agenda"
    APPROVED = "approved"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    PRE_ANNOUNCED = "pre_announced"
    ANNOUNCED = "announced"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What takes a case from one state to the next."""

    WRITE_DOSSIER = "write_dossier"
    REVIEW_BY_PANEL = "review_by_panel"
    SUBMIT = "submit"
    PASS_CHECK = "pass_check"  # noqa: S105 - a step's name, not a secret
    RETURN = "return"
    PUT_ON_AGENDA = "put_on_agenda"
    TAKE_OFF_AGENDA = "take_off_agenda"
    APPROVE = "approve"
    REJECT = "reject"
    DEFER = "defer"
    PRE_ANNOUNCE = "pre_announce"
    ANNOUNCE = "announce"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Arrow:
    """One step of the table; ``articles`` is empty where only practice asks for it."""

    sources: frozenset[State]
    target: State | None
    action: Action
    articles: tuple[str, ...]
    name: Sentence


STATE_NAMES = {
    State.DRAFT: Sentence("檢具資料中", "Dossier being drafted"),
    State.REVIEWED: Sentence("專家審查完成", "Reviewed by the panel"),
    State.SUBMITTED: Sentence("已提報辦公室", "Submitted to the Office"),
    State.RETURNED: Sentence("退回補正", "Returned for completion"),
    State.CHECKED: Sentence("辦公室查核完成", "Checked by the Office"),
    State.ON_AGENDA: Sentence("已排入議程", "On the council's agenda"),
    State.APPROVED: Sentence("審議通過", "Approved by the council"),
    State.REJECTED: Sentence("審議未通過", "Not approved by the council"),
    State.DEFERRED: Sentence("保留續審", "Deferred by the council"),
    State.PRE_ANNOUNCED: Sentence("預告中", "Pre-announced"),
    State.ANNOUNCED: Sentence("已公告", "Announced"),
    State.WITHDRAWN: Sentence("已撤回", "Withdrawn"),
}

_BEFORE_AGENDA = frozenset({State.DRAFT, State.REVIEWED, State.SUBMITTED, State.RETURNED, State.CHECKED})

ARROWS: dict[Step, Arrow] = {
    Step.WRITE_DOSSIER: Arrow(
        frozenset({State.DRAFT, State.RETURNED}),
        None,
        Action.WRITE_DOSSIER,
        ("7.1",),
        Sentence("填寫提報資料", "Write the dossier"),
    ),
    Step.REVIEW_BY_PANEL: Arrow(
        frozenset({State.DRAFT}),
        State.REVIEWED,
        Action.REVIEW_BY_PANEL,
        ("8.1",),
        Sentence("登錄專家審查結果", "Record the panel's review"),
    ),
    Step.SUBMIT: Arrow(
        frozenset({State.DRAFT, State.REVIEWED, State.RETURNED}),
        State.SUBMITTED,
        Action.SUBMIT,
        ("7.1", "8.1"),
        Sentence("提報關鍵技術辦公室", "Submit to the Office"),
    ),
    Step.PASS_CHECK: Arrow(
        frozenset({State.SUBMITTED}),
        State.CHECKED,
        Action.CHECK,
        ("7.1",),
        Sentence("查核完成", "Pass the Office's check"),
    ),
    Step.RETURN: Arrow(
        frozenset({State.SUBMITTED}),
        State.RETURNED,
        Action.CHECK,
        ("7.1",),
        Sentence("退回補正", "Return for completion"),
    ),
    Step.PUT_ON_AGENDA: Arrow(
        frozenset({State.CHECKED, State.DEFERRED}),
        State.ON_AGENDA,
        Action.PUT_ON_AGENDA,
        ("4.1", "7.1"),
        Sentence("排入審議會議程", "Put on the council's agenda"),
    ),
    Step.TAKE_OFF_AGENDA: Arrow(
        frozenset({State.ON_AGENDA}),
        State.CHECKED,
        Action.CANCEL_MEETING,
        ("5.1",),
        Sentence("會議取消，移出議程", "Take off the agenda of a cancelled meeting"),
    ),
    Step.APPROVE: Arrow(
        frozenset({State.ON_AGENDA}),
        State.APPROVED,
        Action.CLOSE_VOTE,
        ("2", "5.3"),
        Sentence("審議通過", "Approve"),
    ),
    Step.REJECT: Arrow(
        frozenset({State.ON_AGENDA}),
        State.REJECTED,
        Action.CLOSE_VOTE,
        ("2", "5.3"),
        Sentence("審議未通過", "Do not approve"),
    ),
    Step.DEFER: Arrow(
        frozenset({State.ON_AGENDA}),
        State.DEFERRED,
        Action.CLOSE_VOTE,
        ("2", "5.1"),
        Sentence("保留續審", "Defer"),
    ),
    Step.PRE_ANNOUNCE: Arrow(
        frozenset({State.APPROVED}),
        State.PRE_ANNOUNCED,
        Action.PRE_ANNOUNCE,
        (),
        Sentence("預告並徵求意見", "Pre-announce and invite comments"),
    ),
    Step.ANNOUNCE: Arrow(
        frozenset({State.PRE_ANNOUNCED}),
        State.ANNOUNCED,
        Action.ANNOUNCE,
        ("6",),
        Sentence("行政院公告", "Announce by the Executive Yuan"),
    ),
    Step.WITHDRAW: Arrow(
        _BEFORE_AGENDA,
        State.WITHDRAWN,
        Action.WITHDRAW,
        ("7.1",),
        Sentence("撤回提報", "Withdraw"),
    ),
}


def require_step(step: Step, state: State) -> Arrow:
    """The arrow, where the state allows it.

    Raises:
        Refused: (HTTP 409) naming where the case stands and where it would have to stand.
    """
    arrow = ARROWS[step]
    if state in arrow.sources:
        return arrow
    needed = [STATE_NAMES[source] for source in State if source in arrow.sources]
    zh = f"本案目前為「{STATE_NAMES[state].zh}」；「{arrow.name.zh}」須在「{'、'.join(n.zh for n in needed)}」時辦理。"
    en = (
        f"The case stands at “{STATE_NAMES[state].en}”; “{arrow.name.en}” is taken from "
        f"“{'” or “'.join(n.en for n in needed)}”."
    )
    raise Refused(Sentence(zh, en), status=409)
