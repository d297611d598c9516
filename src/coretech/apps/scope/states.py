"""The life of an official question as a table: states, and the steps between them with who takes each."""

from dataclasses import dataclass
from typing import TypeAlias

from coretech.apps.audit import steps
from coretech.apps.scope.models import Question, QuestionStep
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

State: TypeAlias = Question.State
Step: TypeAlias = QuestionStep.Step


@dataclass(frozen=True, slots=True)
class Arrow(steps.Arrow[State]):
    """One step; ``done`` says that it was taken, ``holds`` what must hold besides the state."""

    done: Sentence
    holds: Sentence


STATE_NAMES = {
    State.RECEIVED: Sentence("已收件，待受理", "Received, not yet taken in hand"),
    State.IN_HAND: Sentence("處理中", "In hand"),
    State.ASKED_BACK: Sentence("待詢問人補充說明", "Waits for the asker"),
    State.ANSWERED: Sentence("已答覆", "Answered"),
    State.WITHDRAWN: Sentence("已撤回", "Withdrawn"),
}
OPEN = frozenset({State.RECEIVED, State.IN_HAND, State.ASKED_BACK})
"""The states that still wait for an answer."""

_OFFICER = Sentence("主管機關的承辦人", "an officer of the authority")

ARROWS: dict[Step, Arrow] = {
    Step.TAKE: Arrow(
        frozenset({State.RECEIVED}),
        State.IN_HAND,
        Action.HANDLE_SCOPE,
        Sentence("受理", "Take it in hand"),
        Sentence("已受理", "Taken in hand"),
        _OFFICER,
    ),
    Step.TRANSFER: Arrow(
        frozenset({State.RECEIVED, State.IN_HAND}),
        State.RECEIVED,
        Action.HANDLE_SCOPE,
        Sentence("移送其他機關", "Transfer it"),
        Sentence("已移送主管機關", "Transferred to the right authority"),
        Sentence(
            "載明理由；原指名的人自此不得閱覽",
            "with the reason; whoever was named reads nothing from then on",
        ),
    ),
    Step.ASK_BACK: Arrow(
        frozenset({State.IN_HAND}),
        State.ASKED_BACK,
        Action.HANDLE_SCOPE,
        Sentence("請詢問人補充說明", "Ask the asker back"),
        Sentence("請詢問人補充說明", "The asker was asked back"),
        Sentence("等待期間不計入處理天數", "the clock stands still meanwhile"),
    ),
    Step.REPLY: Arrow(
        frozenset({State.ASKED_BACK}),
        State.IN_HAND,
        Action.ASK_SCOPE,
        Sentence("補充說明", "Reply"),
        Sentence("詢問人已補充說明", "The asker replied"),
        Sentence(
            "持有追蹤網址的人，或提問時登入的帳號", "whoever holds the secret address, or signed in to ask"
        ),
    ),
    Step.ANSWER: Arrow(
        frozenset({State.IN_HAND, State.ANSWERED}),
        State.ANSWERED,
        Action.HANDLE_SCOPE,
        Sentence("答覆", "Answer"),
        Sentence("已答覆", "Answered"),
        Sentence(
            "每項技術都有答覆與理由；有加密內容者，答覆人須得閱覽",
            "each technology with its reasons; where something is sealed, by somebody to whom it opens",
        ),
    ),
    Step.WITHDRAW: Arrow(
        OPEN,
        State.WITHDRAWN,
        Action.ASK_SCOPE,
        Sentence("撤回", "Withdraw"),
        Sentence("詢問人已撤回", "Withdrawn by the asker"),
        Sentence("加密內容的金鑰隨即銷毀", "the key of what was sealed is destroyed"),
    ),
}
ASKED = Sentence("提出詢問", "Asked")
"""What its first step is called, which no arrow leads to."""


def require_step(step: Step, question: Question) -> Arrow:
    """The arrow, where the question's state allows it; refused (HTTP 409) otherwise."""
    arrow = ARROWS[step]
    arrow.require(State(question.state), STATE_NAMES, Sentence("這件詢問", "The question"))
    return arrow
