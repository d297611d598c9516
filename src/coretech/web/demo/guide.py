"""The walk-through: for each open matter, which account does what next."""

from collections.abc import Iterator, Sequence
from http import HTTPStatus
from itertools import chain

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.players import Player
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import open_case
from coretech.apps.cases.queries import visible_cases
from coretech.apps.cases.states import STATE_NAMES, State, Step
from coretech.apps.inventory.queries import visible_candidates
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.queries import agenda_of, visible_meetings
from coretech.apps.register.progress import Progress, next_step
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Role
from coretech.web.demo.hints import Hint, Scene, holding
from coretech.web.demo.room import at_meeting

_OVER = frozenset({State.ANNOUNCED, State.REPORTED, State.REJECTED, State.WITHDRAWN})
_FOUND = Sentence("盤點所得，尚未成案", "Found in the inventory, no case yet")
_OPEN_CASE = Sentence("成案", "Open a case on it")
_RECORD = Sentence(
    "盤點：提出變更第12項，或新增一項技術",
    "Take inventory: propose to change item 12, or to add a technology",
)
_START = Sentence("從這裡開始", "Start here")
_NOTHING = Sentence("沒有進行中的案件", "No case is open")
_CALL = Sentence("召開審議會", "Call a meeting of the council")
_COMMENT = Sentence(
    "對預告表示意見，再把示範日期移到截止日之後",
    "Comment on the draft, then move the demonstration past the last day for comments",
)
_ANSWER = Sentence("處理意見", "Answer the comments")

_PAGES = {
    Step.REVIEW_BY_PANEL: "case_panel",
    Step.SUBMIT: "case_submit",
    Step.PASS_CHECK: "case_check",
    Step.PUT_ON_AGENDA: "case_agenda",
}
_SHARED_PAGES = {Step.PRE_ANNOUNCE: "case_pre_announce", Step.ANNOUNCE: "case_announce"}


def scenes(cast: Sequence[Player]) -> list[Scene]:
    """Every open matter with its next step; where there is none, how to begin."""
    offices = holding(cast, Role.OFFICE)
    if not offices:
        return []
    return [*_candidates(cast), *_cases(cast, offices[0])] or [_beginning(cast)]


def _beginning(cast: Sequence[Player]) -> Scene:
    officer = next(iter(holding(cast, Role.AGENCY_OFFICER, "nstc")), None)
    return Scene(_START, _NOTHING, Hint(_RECORD, officer, "candidate_new"))


def _candidates(cast: Sequence[Player]) -> Iterator[Scene]:
    for officer in holding(cast, Role.AGENCY_OFFICER):
        for candidate in visible_candidates(officer.acting):
            if refusal_of(open_case.check, officer.acting, candidate) is None:
                yield Scene(candidate.name, _FOUND, Hint(_OPEN_CASE, officer, "inventory"))


def _cases(cast: Sequence[Player], office: Player) -> Iterator[Scene]:
    for case in visible_cases(office.acting):
        hint = None if case.stands_at in _OVER else _hint(cast, office, case)
        if hint is not None:
            yield Scene(case.name, STATE_NAMES[case.stands_at], hint)


def _hint(cast: Sequence[Player], office: Player, case: Case) -> Hint | None:
    item = _item_of(office, case) if case.stands_at is State.ON_AGENDA else None
    if item is not None:
        return at_meeting(cast, office, item)
    turn = _whose_turn(cast, office, case)
    if turn is None:
        return None
    player, step = turn
    if step.step is Step.PUT_ON_AGENDA and not _meeting_called(office):
        return Hint(_CALL, office, "meeting_new")
    if step.step is Step.ANNOUNCE and step.refusal is not None:
        return _before_announcing(office, case, step.refusal)
    return _at_case(player, case, step)


def _whose_turn(cast: Sequence[Player], office: Player, case: Case) -> tuple[Player, Progress] | None:
    """The first in line whose next step is open; else whoever holds it but has to wait."""
    officers = [each for code in sorted(case.agencies) for each in holding(cast, Role.AGENCY_OFFICER, code)]
    line = [*officers, office, *holding(cast, Role.ANNOUNCER)]
    asked = [(player, step) for player in line if (step := next_step(player.acting, case))]
    ready = (turn for turn in asked if turn[1].refusal is None)
    waiting = (turn for turn in asked if turn[1].refusal and turn[1].refusal.status != HTTPStatus.FORBIDDEN)
    return next(chain(ready, waiting), None)


def _at_case(player: Player, case: Case, step: Progress) -> Hint:
    """The step's own page; several cases go together on those that publish."""
    shared = _SHARED_PAGES.get(step.step)
    if shared is not None:
        return Hint(step.name, player, shared, refusal=step.refusal)
    return Hint(step.name, player, _PAGES.get(step.step, "case"), (case.reference,), step.refusal)


def _before_announcing(office: Player, case: Case, refusal: Refused) -> Hint:
    """Comments while they are taken, then the Office's answers."""
    for draft in case.pre_announcements.all():
        if draft.open_on(office.acting.today):
            return Hint(_COMMENT, None, "draft", (draft.pk,), refusal)
    return Hint(_ANSWER, office, "comments", refusal=refusal)


def _meeting_called(office: Player) -> bool:
    return any(each.state == Meeting.State.CALLED for each in visible_meetings(office.acting))


def _item_of(office: Player, case: Case) -> Item | None:
    """The case's place on the newest agenda that has it."""
    items = (item for meeting in visible_meetings(office.acting) for item in agenda_of(meeting))
    return next((item for item in items if item.case_id == case.pk), None)
