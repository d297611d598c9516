"""The lives of an evaluation and of its findings as tables: states, steps, who takes each and what must hold."""

from enum import StrEnum

from coretech.apps.audit.steps import ArrowUnder
from coretech.apps.reports.models import Evaluation, FollowUp
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


class State(StrEnum):
    """Where an evaluation stands, as `Evaluation.State` stores it."""

    PREPARED = Evaluation.State.PREPARED.value
    SCORING = Evaluation.State.SCORING.value
    COMPILED = Evaluation.State.COMPILED.value
    REPORTED = Evaluation.State.REPORTED.value


class Step(StrEnum):
    """What is done with an evaluation."""

    NAME = "name"
    DECLARE = "declare"
    SCORE = "score"
    COMPILE = "compile"
    FIND = "find"
    REPORT = "report"


class Standing(StrEnum):
    """Where a finding stands: nobody answered it yet, or what its newest follow-up says."""

    OPEN = "open"
    UNDER_WAY = FollowUp.State.UNDER_WAY.value
    DONE = FollowUp.State.DONE.value
    ACCEPTED = FollowUp.State.ACCEPTED.value
    RETURNED = FollowUp.State.RETURNED.value


class FollowStep(StrEnum):
    """What follows a finding."""

    ANSWER = "answer"
    ANSWER_DONE = "answer_done"
    ACCEPT = "accept"
    RETURN = "return"


STATE_NAMES = {
    State.PREPARED: Sentence("籌備中", "Being prepared"),
    State.SCORING: Sentence("評分中", "Being scored"),
    State.COMPILED: Sentence("已彙整", "Compiled"),
    State.REPORTED: Sentence("已報行政院備查", "Reported to the Executive Yuan"),
}
STANDING_NAMES = {
    Standing.OPEN: Sentence("待機關回應", "Waits for the agency"),
    Standing.UNDER_WAY: Sentence("辦理中", "Under way"),
    Standing.DONE: Sentence("機關稱已完成，待管考確認", "Told as done, to be confirmed"),
    Standing.ACCEPTED: Sentence("解除列管", "Settled"),
    Standing.RETURNED: Sentence("退回續辦", "Returned to the agency"),
}

_BEFORE = frozenset({State.PREPARED, State.SCORING})
_OWED = frozenset({Standing.OPEN, Standing.UNDER_WAY, Standing.RETURNED})

ARROWS: dict[Step, ArrowUnder[State]] = {
    Step.NAME: ArrowUnder(
        _BEFORE,
        None,
        Action.RUN_EVALUATION,
        Sentence("聘請評估委員", "Name an evaluator"),
        Sentence(
            "有帳號的人，且非本計畫的管考人員", "somebody with an account who does not control the plan"
        ),
    ),
    Step.DECLARE: ArrowUnder(
        _BEFORE,
        State.SCORING,
        Action.SCORE,
        Sentence("申報利益關係", "Declare interests"),
        Sentence("評估委員本人；曾申報者不得撤回", "the evaluator in person; what was declared stays"),
    ),
    Step.SCORE: ArrowUnder(
        frozenset({State.SCORING}),
        None,
        Action.SCORE,
        Sentence("評分", "Score"),
        Sentence(
            "本人已申報；該項未申報有利益關係，也非本人任職機關所負責",
            "after one's own declaration; not an element one declared, nor one that one's own agency answers for",
        ),
    ),
    Step.COMPILE: ArrowUnder(
        frozenset({State.SCORING}),
        State.COMPILED,
        Action.RUN_EVALUATION,
        Sentence("彙整評分", "Compile the scores"),
        Sentence(
            "至少一項有評分；委員未評完者須寫明理由",
            "something is scored; with a reason where an evaluator is not done",
        ),
    ),
    Step.FIND: ArrowUnder(
        frozenset({State.COMPILED}),
        None,
        Action.RUN_EVALUATION,
        Sentence("登錄評估發現", "Record a finding"),
        Sentence("期限在今日以後", "due after today"),
    ),
    Step.REPORT: ArrowUnder(
        frozenset({State.COMPILED}),
        State.REPORTED,
        Action.RUN_EVALUATION,
        Sentence("報行政院備查", "Report to the Executive Yuan"),
        Sentence("載明公文字號與日期", "with the document's number and day"),
    ),
}

FOLLOW_ARROWS: dict[FollowStep, ArrowUnder[Standing]] = {
    FollowStep.ANSWER: ArrowUnder(
        _OWED,
        Standing.UNDER_WAY,
        Action.ANSWER_FINDING,
        Sentence("說明辦理情形", "Say what is under way"),
        Sentence("被要求的機關", "the agency that was asked"),
    ),
    FollowStep.ANSWER_DONE: ArrowUnder(
        _OWED,
        Standing.DONE,
        Action.ANSWER_FINDING,
        Sentence("陳報已完成", "Say that it is done"),
        Sentence("被要求的機關", "the agency that was asked"),
    ),
    FollowStep.ACCEPT: ArrowUnder(
        frozenset({Standing.DONE}),
        Standing.ACCEPTED,
        Action.RUN_EVALUATION,
        Sentence("解除列管", "Settle it"),
        Sentence("確認人不是陳報人", "whoever settles it is not who answered"),
    ),
    FollowStep.RETURN: ArrowUnder(
        frozenset({Standing.DONE}),
        Standing.RETURNED,
        Action.RUN_EVALUATION,
        Sentence("退回續辦", "Return it"),
        Sentence("確認人不是陳報人；寫明理由", "whoever returns it is not who answered; with the reason"),
    ),
}


def require_step(step: Step, evaluation: Evaluation) -> ArrowUnder[State]:
    """The arrow, where the evaluation's state allows it; refused (HTTP 409) otherwise."""
    arrow = ARROWS[step]
    arrow.require(State(evaluation.state), STATE_NAMES, Sentence("這項評估", "The evaluation"))
    return arrow


def require_follow(step: FollowStep, standing: Standing) -> ArrowUnder[Standing]:
    """The arrow, where the finding stands where it is taken; refused (HTTP 409) otherwise."""
    arrow = FOLLOW_ARROWS[step]
    arrow.require(standing, STANDING_NAMES, Sentence("這則發現", "The finding"))
    return arrow
