"""The steps of minutes as their page offers them: each asks the operation's own check."""

from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.meetings.models import Minutes
from coretech.apps.meetings.operations import (
    circulate_minutes,
    confirm_minutes,
    correct_minutes,
    edit_minutes,
    reply_to_minutes,
    sign_minutes,
)
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.meetings.gates import Gate, gate_of
from coretech.web.shell.parts import Task

Check = Callable[[Acting, Minutes], object]

EDIT = Sentence("修改文字", "Edit the words")
SIGN = Sentence("簽署", "Sign")
CIRCULATE = Sentence("送傳閱", "Circulate")
REPLY = Sentence("確認或提出異議", "Agree, or say what is wrong")
CONFIRM = Sentence("確認紀錄", "Confirm the minutes")
CORRECT = Sentence("更正", "Correct")

_OPEN, _CLOSED = Sentence("可辦理", "Open"), Sentence("尚不能辦理", "Closed")
_STATES = Minutes.State
_STEPS: tuple[tuple[str, Sentence, Check, frozenset[str]], ...] = (
    ("minutes_edit", EDIT, edit_minutes.check, frozenset({_STATES.DRAFT, _STATES.CIRCULATING})),
    ("minutes_sign", SIGN, sign_minutes.check, frozenset(_STATES)),
    ("minutes_circulate", CIRCULATE, circulate_minutes.check, frozenset({_STATES.DRAFT})),
    ("minutes_reply", REPLY, reply_to_minutes.check, frozenset({_STATES.CIRCULATING})),
    ("minutes_confirm", CONFIRM, confirm_minutes.check, frozenset({_STATES.DRAFT, _STATES.CIRCULATING})),
    ("minutes_correct", CORRECT, correct_minutes.check, frozenset({_STATES.CONFIRMED})),
)


def steps_of(by: Acting, minutes: Minutes) -> list[Task]:
    """The reader's own steps at this state; a closed one says why."""
    return [*_steps(by, minutes)]


def refusal_at(check: Check, by: Acting, minutes: Minutes) -> Refused | None:
    """Why a step's page keeps its button closed.

    Raises:
        Refused: (HTTP 403) where the step is not this reader's at all.
    """
    refusal = refusal_of(check, by, minutes)
    if refusal is not None and refusal.status == HTTPStatus.FORBIDDEN:
        raise refusal
    return refusal


def _steps(by: Acting, minutes: Minutes) -> Iterator[Task]:
    for name, title, check, states in _STEPS:
        gate = gate_of(check, by, minutes) if minutes.state in states else None
        if gate is not None:
            yield _task(name, title, gate, minutes)


def _task(name: str, title: Sentence, gate: Gate, minutes: Minutes) -> Task:
    if gate.refusal is not None:
        return Task(title, _CLOSED, None, "grey", gate.refusal.sentence)
    return Task(title, _OPEN, reverse(name, args=[minutes.meeting_id]), "blue")
