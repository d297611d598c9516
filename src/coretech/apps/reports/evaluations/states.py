"""The lives of an evaluation and of its findings as tables: states, steps, who takes each and what must hold."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from coretech.apps.reports.models import Evaluation, FollowUp
from coretech.kit.refusal import elsewhere
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

S = TypeVar("S", bound=StrEnum)


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


@dataclass(frozen=True, slots=True)
class Arrow(Generic[S]):
    """One step; ``target`` is None where the matter stays where it stands; ``holds`` is what else must hold."""

    sources: frozenset[S]
    target: S | None
    action: Action
    name: Sentence
    holds: Sentence


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

ARROWS: dict[Step, Arrow[State]] = {
    Step.NAME: Arrow(
        _BEFORE,
        None,
        Action.RUN_EVALUATION,
        Sentence("聘請評估委員", "Name an evaluator"),
        Sentence(
            "有帳號的人，且非本計畫的管考人員", "somebody with an account who does not control the plan"
        ),
    ),
    Step.DECLARE: Arrow(
        _BEFORE,
        State.SCORING,
        Action.SCORE,
        Sentence("申報利益關係", "Declare interests"),
        Sentence("評估委員本人；曾申報者不得撤回", "the evaluator in person; what was declared stays"),
    ),
    Step.SCORE: Arrow(
        frozenset({State.SCORING}),
        None,
        Action.SCORE,
        Sentence("評分", "Score"),
        Sentence(
            "本人已申報；該項未申報有利益關係，也非本人任職機關所負責",
            "after one's own declaration; not an element one declared, nor one that one's own agency answers for",
        ),
    ),
    Step.COMPILE: Arrow(
        frozenset({State.SCORING}),
        State.COMPILED,
        Action.RUN_EVALUATION,
        Sentence("彙整評分", "Compile the scores"),
        Sentence(
            "至少一項有評分；委員未評完者須寫明理由",
            "something is scored; with a reason where an evaluator is not done",
        ),
    ),
    Step.FIND: Arrow(
        frozenset({State.COMPILED}),
        None,
        Action.RUN_EVALUATION,
        Sentence("登錄評估發現", "Record a finding"),
        Sentence("期限在今日以後", "due after today"),
    ),
    Step.REPORT: Arrow(
        frozenset({State.COMPILED}),
        State.REPORTED,
        Action.RUN_EVALUATION,
        Sentence("報行政院備查", "Report to the Executive Yuan"),
        Sentence("載明公文字號與日期", "with the document's number and day"),
    ),
}

FOLLOW_ARROWS: dict[FollowStep, Arrow[Standing]] = {
    FollowStep.ANSWER: Arrow(
        _OWED,
        Standing.UNDER_WAY,
        Action.ANSWER_FINDING,
        Sentence("說明辦理情形", "Say what is under way"),
        Sentence("被要求的機關", "the agency that was asked"),
    ),
    FollowStep.ANSWER_DONE: Arrow(
        _OWED,
        Standing.DONE,
        Action.ANSWER_FINDING,
        Sentence("陳報已完成", "Say that it is done"),
        Sentence("被要求的機關", "the agency that was asked"),
    ),
    FollowStep.ACCEPT: Arrow(
        frozenset({Standing.DONE}),
        Standing.ACCEPTED,
        Action.RUN_EVALUATION,
        Sentence("解除列管", "Settle it"),
        Sentence("確認人不是陳報人", "whoever settles it is not who answered"),
    ),
    FollowStep.RETURN: Arrow(
        frozenset({Standing.DONE}),
        Standing.RETURNED,
        Action.RUN_EVALUATION,
        Sentence("退回續辦", "Return it"),
        Sentence("確認人不是陳報人；寫明理由", "whoever returns it is not who answered; with the reason"),
    ),
}


def require_step(step: Step, evaluation: Evaluation) -> Arrow[State]:
    """The arrow, where the evaluation stands where it is taken (HTTP 409 otherwise)."""
    arrow, state = ARROWS[step], State(evaluation.state)
    if state in arrow.sources:
        return arrow
    needed = [STATE_NAMES[each] for each in State if each in arrow.sources]
    raise elsewhere(Sentence("這項評估", "The evaluation"), arrow.name, STATE_NAMES[state], needed)


def require_follow(step: FollowStep, standing: Standing) -> Arrow[Standing]:
    """The arrow, where the finding stands where it is taken (HTTP 409 otherwise)."""
    arrow = FOLLOW_ARROWS[step]
    if standing in arrow.sources:
        return arrow
    needed = [STANDING_NAMES[each] for each in Standing if each in arrow.sources]
    raise elsewhere(Sentence("這則發現", "The finding"), arrow.name, STANDING_NAMES[standing], needed)
