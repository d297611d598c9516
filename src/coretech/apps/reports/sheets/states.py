"""The life of a sheet as a table: states, and the steps between them with who takes each and what must hold."""

from enum import StrEnum
from typing import TypeAlias

from coretech.apps.audit.steps import ArrowUnder
from coretech.apps.reports.models import Sheet
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

State: TypeAlias = Sheet.State


class Step(StrEnum):
    """What takes a sheet from one state to the next."""

    FILL = "fill"
    SUBMIT = "submit"
    HAND_BACK = "hand_back"
    SIGN = "sign"
    CHECK_FIRST = "check_first"
    CHECK_AGAIN = "check_again"
    ACCEPT = "accept"
    RETURN = "return"
    LOCK = "lock"


Arrow: TypeAlias = ArrowUnder[State]

STATE_NAMES = {
    State.OPEN: Sentence("填報中", "Being filled in"),
    State.SUBMITTED: Sentence("待機關核章", "Waits for the agency's head"),
    State.SIGNED: Sentence("待管考檢核", "Waits for the controller"),
    State.CHECKED: Sentence("待第二人複核", "Waits for a second controller"),
    State.RETURNED: Sentence("退回補正", "Returned for correction"),
    State.ACCEPTED: Sentence("已接受，待發布", "Accepted, to be published"),
    State.LOCKED: Sentence("已發布並鎖定", "Published and locked"),
}

_WRITABLE = frozenset({State.OPEN, State.RETURNED})

ARROWS: dict[Step, Arrow] = {
    Step.FILL: ArrowUnder(
        _WRITABLE,
        None,
        Action.FILL_SHEET,
        Sentence("填報", "Fill in"),
        Sentence("本機關的填報表；本期尚未發布", "one's own agency's sheet; the period is not published"),
    ),
    Step.SUBMIT: ArrowUnder(
        _WRITABLE,
        State.SUBMITTED,
        Action.FILL_SHEET,
        Sentence("送機關核章", "Submit to the agency's head"),
        Sentence(
            "每項措施均已填寫，沿用上季的文字均已確認",
            "every measure is filled in, and every word of last quarter is confirmed",
        ),
    ),
    Step.HAND_BACK: ArrowUnder(
        frozenset({State.SUBMITTED}),
        State.RETURNED,
        Action.SIGN_SHEET,
        Sentence("退回承辦人", "Hand back to the officer"),
        Sentence("寫明理由", "with the reason"),
    ),
    Step.SIGN: ArrowUnder(
        frozenset({State.SUBMITTED}),
        State.SIGNED,
        Action.SIGN_SHEET,
        Sentence("機關核章", "Sign for the agency"),
        Sentence("核章人不是送核人", "whoever signs is not who submitted"),
    ),
    Step.CHECK_FIRST: ArrowUnder(
        frozenset({State.SIGNED}),
        State.CHECKED,
        Action.CHECK_SHEET,
        Sentence("管考機關自己的填報表：第一人檢核", "The controller's own sheet: first check"),
        Sentence("檢核人未送核也未核章", "the checker neither submitted nor signed it"),
    ),
    Step.CHECK_AGAIN: ArrowUnder(
        frozenset({State.CHECKED}),
        State.ACCEPTED,
        Action.CHECK_SHEET,
        Sentence("管考機關自己的填報表：第二人複核", "The controller's own sheet: second check"),
        Sentence(
            "複核人不是第一位檢核人，也未送核或核章",
            "the checker is not the first one, and neither submitted nor signed it",
        ),
    ),
    Step.ACCEPT: ArrowUnder(
        frozenset({State.SIGNED}),
        State.ACCEPTED,
        Action.CHECK_SHEET,
        Sentence("管考檢核後接受", "Accept after the controller's check"),
        Sentence("檢核人未送核也未核章", "the checker neither submitted nor signed it"),
    ),
    Step.RETURN: ArrowUnder(
        frozenset({State.SIGNED, State.CHECKED, State.ACCEPTED}),
        State.RETURNED,
        Action.CHECK_SHEET,
        Sentence("退回補正", "Return for correction"),
        Sentence("至少寫明一項措施的理由；本期尚未發布", "with a reason for a measure; before publication"),
    ),
    Step.LOCK: ArrowUnder(
        frozenset(State) - {State.LOCKED},
        State.LOCKED,
        Action.OPEN_PERIOD,
        Sentence("發布並鎖定", "Publish and lock"),
        Sentence(
            "已接受者發布其內容；未完成者須寫明理由，只記為未填報",
            "what is accepted is published; what is not needs a reason, and is only told as not reported",
        ),
    ),
}


def require_step(step: Step, sheet: Sheet) -> Arrow:
    """The arrow, where the sheet's state allows it; refused (HTTP 409) otherwise."""
    arrow = ARROWS[step]
    arrow.require(State(sheet.state), STATE_NAMES, Sentence("這份填報表", "The sheet"))
    return arrow
