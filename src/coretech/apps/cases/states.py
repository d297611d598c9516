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
    REPORTED = "reported"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What takes a case from one state to the next."""

    NAME_AFFECTED = "name_affected"
    WRITE_DOSSIER = "write_dossier"
    REVIEW_BY_PANEL = "review_by_panel"
    SUBMIT = "submit"
    PASS_CHECK = "pass_check"  # noqa: S105 - a step's name, not a secret
    RETURN = "return"
    PUT_ON_AGENDA = "put_on_agenda"
    TAKE_OFF_AGENDA = "take_off_agenda"
    AMEND = "amend"
    APPROVE = "approve"
    REJECT = "reject"
    DEFER = "defer"
    PRE_ANNOUNCE = "pre_announce"
    RETURN_TO_COUNCIL = "return_to_council"
    ANNOUNCE = "announce"
    REPORT_TO_LEGISLATURE = "report_to_legislature"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Arrow:
    """One step of the table; ``articles`` is empty where only practice asks for it.

    ``target`` is None where the case stays where it stands; ``holds`` says what must hold besides the state.
    """

    sources: frozenset[State]
    target: State | None
    action: Action
    articles: tuple[str, ...]
    name: Sentence
    holds: Sentence


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
    State.REPORTED: Sentence("已送立法院備查", "Reported to the Legislative Yuan"),
    State.WITHDRAWN: Sentence("已撤回", "Withdrawn"),
}

_BEFORE_AGENDA = frozenset({State.DRAFT, State.REVIEWED, State.SUBMITTED, State.RETURNED, State.CHECKED})

ARROWS: dict[Step, Arrow] = {
    Step.NAME_AFFECTED: Arrow(
        frozenset({State.DRAFT, State.RETURNED}),
        None,
        Action.WRITE_DOSSIER,
        ("6", "7.1"),
        Sentence("指明涉及的項目", "Name the technologies affected"),
        Sentence("原項目須列於清單", "what it starts from is on the list"),
    ),
    Step.WRITE_DOSSIER: Arrow(
        frozenset({State.DRAFT, State.RETURNED}),
        None,
        Action.WRITE_DOSSIER,
        ("7.1",),
        Sentence("填寫提報資料", "Write the dossier"),
        Sentence("內容不為空白", "the part is not empty"),
    ),
    Step.REVIEW_BY_PANEL: Arrow(
        frozenset({State.DRAFT, State.RETURNED}),
        State.REVIEWED,
        Action.REVIEW_BY_PANEL,
        ("8.1",),
        Sentence("登錄專家審查結果", "Record the panel's review"),
        Sentence(
            "資料齊備；審查會組成合法並達其門檻",
            "a complete dossier; a lawful panel, its quorum and its majority",
        ),
    ),
    Step.SUBMIT: Arrow(
        frozenset({State.DRAFT, State.REVIEWED, State.RETURNED}),
        State.SUBMITTED,
        Action.SUBMIT,
        ("7.1", "8.1"),
        Sentence("提報關鍵技術辦公室", "Submit to the Office"),
        Sentence(
            "資料齊備並符合定義；涉及項目已指明；審查會所見為現行版本",
            "complete and within the definition; the technologies named; the panel saw what is submitted",
        ),
    ),
    Step.PASS_CHECK: Arrow(
        frozenset({State.SUBMITTED}),
        State.CHECKED,
        Action.CHECK,
        ("7.1",),
        Sentence("查核完成", "Pass the Office's check"),
        Sentence("仍符合提報的各項要求", "everything the submission asked for still holds"),
    ),
    Step.RETURN: Arrow(
        frozenset({State.SUBMITTED}),
        State.RETURNED,
        Action.CHECK,
        ("7.1",),
        Sentence("退回補正", "Return for completion"),
        Sentence("寫明應補正之處", "what is missing is written down"),
    ),
    Step.PUT_ON_AGENDA: Arrow(
        frozenset({State.CHECKED, State.DEFERRED}),
        State.ON_AGENDA,
        Action.PUT_ON_AGENDA,
        ("4.1", "7.1"),
        Sentence("排入審議會議程", "Put on the council's agenda"),
        Sentence("會議已通知而尚未開始", "the meeting has been called and has not begun"),
    ),
    Step.TAKE_OFF_AGENDA: Arrow(
        frozenset({State.ON_AGENDA}),
        State.CHECKED,
        Action.CANCEL_MEETING,
        ("5.1",),
        Sentence("會議取消，移出議程", "Take off the agenda of a cancelled meeting"),
        Sentence("會議尚未開始", "the meeting has not begun"),
    ),
    Step.AMEND: Arrow(
        frozenset({State.ON_AGENDA}),
        None,
        Action.AMEND,
        ("2", "4.1"),
        Sentence("審議中修正提案", "Amend the proposal before the council"),
        Sentence("該議案尚未開始表決；寫明理由", "the vote on the item has not opened; with the reason"),
    ),
    Step.APPROVE: Arrow(
        frozenset({State.ON_AGENDA}),
        State.APPROVED,
        Action.CLOSE_VOTE,
        ("2", "5.3"),
        Sentence("審議通過", "Approve"),
        Sentence(
            "達出席門檻，已申報利益並迴避，多數贊成", "a quorum, every declaration and recusal, a majority"
        ),
    ),
    Step.REJECT: Arrow(
        frozenset({State.ON_AGENDA}),
        State.REJECTED,
        Action.CLOSE_VOTE,
        ("2", "5.3"),
        Sentence("審議未通過", "Do not approve"),
        Sentence("達出席門檻，未達多數", "a quorum, and no majority"),
    ),
    Step.DEFER: Arrow(
        frozenset({State.ON_AGENDA}),
        State.DEFERRED,
        Action.CLOSE_VOTE,
        ("2", "5.1"),
        Sentence("保留續審", "Defer"),
        Sentence("寫明理由", "with the reason"),
    ),
    Step.PRE_ANNOUNCE: Arrow(
        frozenset({State.APPROVED}),
        State.PRE_ANNOUNCED,
        Action.PRE_ANNOUNCE,
        (),
        Sentence("預告並徵求意見", "Pre-announce and invite comments"),
        Sentence("定有意見截止日", "a last day for comments"),
    ),
    Step.RETURN_TO_COUNCIL: Arrow(
        frozenset({State.APPROVED, State.PRE_ANNOUNCED}),
        State.DEFERRED,
        Action.AMEND,
        ("2", "6"),
        Sentence("送回審議會再審", "Bring back to the council"),
        Sentence(
            "寫明理由，例如清單已變更或採納意見",
            "with the reason: the list has changed, say, or a comment was accepted",
        ),
    ),
    Step.ANNOUNCE: Arrow(
        frozenset({State.PRE_ANNOUNCED}),
        State.ANNOUNCED,
        Action.ANNOUNCE,
        ("6",),
        Sentence("行政院公告", "Announce by the Executive Yuan"),
        Sentence(
            "意見期間屆滿、意見均已處理、清單自提案後未變更",
            "the time for comments is over, each has its disposition, the list is as the proposal found it",
        ),
    ),
    Step.REPORT_TO_LEGISLATURE: Arrow(
        frozenset({State.ANNOUNCED}),
        State.REPORTED,
        Action.REPORT_TO_LEGISLATURE,
        ("6",),
        Sentence("送立法院備查", "Report to the Legislative Yuan"),
        Sentence(
            "公告已生效（國家安全法第3條第3項）",
            "the announcement has taken effect (National Security Act, art. 3(3))",
        ),
    ),
    Step.WITHDRAW: Arrow(
        _BEFORE_AGENDA,
        State.WITHDRAWN,
        Action.WITHDRAW,
        ("7.1",),
        Sentence("撤回提報", "Withdraw"),
        Sentence("寫明理由", "with the reason"),
    ),
    Step.REOPEN: Arrow(
        frozenset({State.REJECTED, State.WITHDRAWN}),
        None,
        Action.REOPEN,
        ("7.1", "10.2"),
        Sentence("重新提案", "Propose again in a new case"),
        Sentence(
            "另立新案，原案不變；寫明理由", "a new case follows, this one stays as it is; with the reason"
        ),
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
