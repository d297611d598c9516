"""Where a case stands on its way to the list: each step, what the law asks of it, and why it is closed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import check_submission, pre_announce, review_by_panel, submit, write_part
from coretech.apps.cases.panel_again import panel_again
from coretech.apps.cases.states import ARROWS, State, Step
from coretech.apps.meetings.operations import put_on_agenda
from coretech.apps.register.operations import announce, report_to_legislature
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import role_name
from coretech.law.permissions import PERMISSIONS, Action, Role


class Stage(StrEnum):
    """Whether a step lies behind, is the next one, or lies ahead."""

    DONE = "done"
    NEXT = "next"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a case as one reader sees it; ``refusal`` is None where the button is open."""

    step: Step
    name: Sentence
    stage: Stage
    articles: tuple[str, ...]
    holders: tuple[Sentence, ...]
    refusal: Refused | None


_DECIDE = Sentence("審議會審議及表決", "The council deliberates and votes")

_ORDER = (
    Step.WRITE_DOSSIER,
    Step.REVIEW_BY_PANEL,
    Step.SUBMIT,
    Step.PASS_CHECK,
    Step.PUT_ON_AGENDA,
    Step.APPROVE,
    Step.PRE_ANNOUNCE,
    Step.ANNOUNCE,
    Step.REPORT_TO_LEGISLATURE,
)

# How many of the steps lie behind a case in each state.
_REACHED = {
    State.DRAFT: 0,
    State.RETURNED: 2,
    State.REVIEWED: 2,
    State.SUBMITTED: 3,
    State.CHECKED: 4,
    State.DEFERRED: 4,
    State.ON_AGENDA: 5,
    State.APPROVED: 6,
    State.PRE_ANNOUNCED: 7,
    State.ANNOUNCED: 8,
    State.REPORTED: 9,
}

_CHECKS: dict[Step, Callable[[Acting, Case], object]] = {
    Step.WRITE_DOSSIER: write_part.check,
    Step.REVIEW_BY_PANEL: review_by_panel.check,
    Step.SUBMIT: submit.check,
    Step.PASS_CHECK: check_submission.check,
    Step.PUT_ON_AGENDA: put_on_agenda.check,
    Step.PRE_ANNOUNCE: pre_announce.check,
    Step.ANNOUNCE: announce.check,
    Step.REPORT_TO_LEGISLATURE: report_to_legislature.check_case,
}


def progress_of(by: Acting, case: Case) -> tuple[Progress, ...]:
    """Every step from dossier to announcement, in order; the Office's own cases go without a panel."""
    steps = [step for step in _ORDER if not (case.by_office and step is Step.REVIEW_BY_PANEL)]
    return tuple(_progress(by, case, step) for step in steps)


def next_step(by: Acting, case: Case) -> Progress | None:
    """The step the case waits for, or None where its way has ended."""
    waiting = [step for step in progress_of(by, case) if step.stage is Stage.NEXT]
    takeable = [step for step in waiting if step.refusal is None]
    return next(reversed(takeable or waiting), None)


def holders_of(step: Step) -> tuple[Sentence, ...]:
    """Who takes a step; the decision is its voters', whoever closes the vote."""
    action = Action.CAST_VOTE if step is Step.APPROVE else ARROWS[step].action
    return tuple(role_name(role) for role in Role if role in PERMISSIONS[action].roles)


def _progress(by: Acting, case: Case, step: Step) -> Progress:
    arrow, check = ARROWS[step], _CHECKS.get(step)
    return Progress(
        step=step,
        name=_DECIDE if step is Step.APPROVE else arrow.name,
        stage=_stage(case, step),
        articles=arrow.articles,
        holders=holders_of(step),
        refusal=None if check is None else refusal_of(check, by, case),
    )


def _stage(case: Case, step: Step) -> Stage:
    state = case.stands_at
    place = _ORDER.index(step)
    reached = _REACHED.get(state)
    if reached is None:
        return Stage.AHEAD if place > _REACHED[State.ON_AGENDA] else Stage.DONE
    if state in ARROWS[step].sources and _takes_turn(case, step):
        return Stage.NEXT
    return Stage.DONE if place < reached else Stage.AHEAD


def _takes_turn(case: Case, step: Step) -> bool:
    """Whether a step the state allows is one to take now: the panel before the Office, and again only where it must."""
    state = case.stands_at
    if step is Step.SUBMIT:
        return state is not State.DRAFT or case.by_office
    if step is Step.REVIEW_BY_PANEL and state is State.RETURNED:
        return panel_again(case).required
    return True
