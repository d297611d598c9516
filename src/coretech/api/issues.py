"""Coordination issues and the special meetings on them, for the agencies they concern and the controller."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.plans import Slug
from coretech.api.schemas import AddressNumber, Code, Day, Given, Id, Line, Moment, Named, Paragraphs, Shown
from coretech.api.seen import Seen, seen_by
from coretech.api.shapes import agency_on
from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.calling import Occasion, parse_clock
from coretech.apps.meetings.operations.call_coordination import Coordination, call_coordination
from coretech.apps.reports.coordination.issues import find_issue, is_overdue, visible_issues
from coretech.apps.reports.coordination.meetings import outcome_of
from coretech.apps.reports.coordination.states import STATE_NAMES, State
from coretech.apps.reports.models import CoordinationIssue
from coretech.apps.reports.operations.answer_issue import answer_issue
from coretech.apps.reports.operations.close_issue import close_issue
from coretech.apps.reports.operations.decide_issue import Decision, decide_issue
from coretech.apps.reports.operations.put_issue_to_meeting import put_issue_to_meeting
from coretech.apps.reports.operations.raise_issue import Raised, raise_issue
from coretech.apps.reports.operations.take_issue import take_issue

router = Router(tags=["issues"])
raising = Router(tags=["issues"])

Kind = Literal["cross_agency", "budget", "law", "other"]
Codes = Annotated[list[Code], Field(min_length=1, max_length=60)]


class IssueGiven(Given):
    """What is raised, for one of one's own agencies; `element` is a key of the plan, `sheet` where it comes from."""

    agency: Code
    kind: Kind
    title: Line
    text: Paragraphs
    element: Line = ""
    sheet: Id | None = None


class OwnerGiven(Seen):
    """The agency that owns it, the day it is due, and what is asked; `seen` is how many steps the writer saw."""

    owner: Code
    due_on: Day
    note: Paragraphs


class IssueDecisionGiven(Seen):
    """What was decided, which agency carries it out, and until when."""

    text: Paragraphs
    owner: Code
    due_on: Day


class IssueNoteGiven(Seen):
    """A text."""

    note: Paragraphs


class IssueMeetingGiven(Seen):
    """The meeting it is put to."""

    meeting: Id


class CoordinationGiven(Given):
    """A special meeting: who calls, which agencies, when and where."""

    controller: Code
    agencies: Codes
    held_on: Day
    place: Line
    begins_at: Annotated[str, Field(pattern=r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$", max_length=5)] = "14:00"
    minutes: Annotated[int, Field(strict=True, ge=15, le=720)] = 120


class IssueBrief(Shown):
    """An issue in one line."""

    id: int
    plan: str
    element: str
    kind: Kind
    title: str
    state: Named
    raised_by: Named
    owner: Named | None
    due_on: dt.date | None
    overdue: bool


class IssueStepShown(Shown):
    """A step it took, and where it stood afterwards; who took it stands on the log."""

    step: Literal["raise", "take", "put", "answer", "decide", "close"]
    state: str
    at: Moment
    note: str


class IssueShown(IssueBrief):
    """An issue whole; `outcome` is what the last meeting made of it, empty while it has not."""

    text: str
    decision: str
    sheet: int | None
    meeting: int | None
    item: int | None
    outcome: str
    steps: list[IssueStepShown]


@router.get("", response=list[IssueBrief], summary="協調議題 / Coordination issues")
def list_issues(request: HttpRequest) -> list[IssueBrief]:
    """Those of one's agencies and of the plans one controls, the newest first."""
    by = acting(request)
    return [_brief(by, each) for each in visible_issues(by)]


@router.post("/meetings", response=WRITTEN, summary="召開專案會議 / Call a coordination meeting")
def call_coordination_meeting(request: HttpRequest, given: CoordinationGiven) -> Status[Done]:
    """Call one representative of each agency; the controller presides."""
    when = Occasion(given.held_on, given.place, parse_clock(given.begins_at), given.minutes)
    called = Coordination(given.controller, given.agencies, when)
    return written(request, lambda by: call_coordination(by, called))


@router.get("/{issue_id}", response=IssueShown, summary="一則議題 / One issue")
def show_issue(request: HttpRequest, issue_id: AddressNumber) -> IssueShown:
    """The issue with its steps."""
    by = acting(request)
    found = find_issue(by, issue_id)
    outcome = outcome_of(found)
    return IssueShown(
        **_brief(by, found).model_dump(),
        text=found.text,
        decision=found.decision,
        sheet=found.sheet_id,
        meeting=found.meeting_id,
        item=found.item_id,
        outcome="" if outcome is None else outcome.item.outcome,
        steps=[
            IssueStepShown.model_validate(
                {"step": step.step, "state": step.state, "at": step.at, "note": step.note}
            )
            for step in found.steps.order_by("pk")
        ],
    )


@router.post("/{issue_id}/owner", response=WRITTEN, summary="指定主辦機關 / Name the owner")
def name_owner(request: HttpRequest, issue_id: AddressNumber, given: OwnerGiven) -> Status[Done]:
    """Name the agency that owns the issue and the day it is due."""
    find_issue(acting(request), issue_id)
    seen = seen_by(request, given)
    return written(request, lambda by: take_issue(by, issue_id, given.owner, given.due_on, given.note, seen))


@router.post("/{issue_id}/meeting", response=WRITTEN, summary="提專案會議 / Put it to a meeting")
def put_to_meeting(request: HttpRequest, issue_id: AddressNumber, given: IssueMeetingGiven) -> Status[Done]:
    """Make it an item of a coordination meeting that has not begun."""
    find_issue(acting(request), issue_id)
    seen = seen_by(request, given)
    return written(request, lambda by: put_issue_to_meeting(by, issue_id, given.meeting, seen))


@router.post("/{issue_id}/answer", response=WRITTEN, summary="回報辦理情形 / Answer for the owner")
def answer_for_owner(request: HttpRequest, issue_id: AddressNumber, given: IssueNoteGiven) -> Status[Done]:
    """Say what was done."""
    find_issue(acting(request), issue_id)
    seen = seen_by(request, given)
    return written(request, lambda by: answer_issue(by, issue_id, given.note, seen))


@router.post("/{issue_id}/decision", response=WRITTEN, summary="登錄決定 / Record the decision")
def record_decision(request: HttpRequest, issue_id: AddressNumber, given: IssueDecisionGiven) -> Status[Done]:
    """Record what was decided, by a meeting or without one."""
    find_issue(acting(request), issue_id)
    decision, seen = Decision(given.text, given.owner, given.due_on), seen_by(request, given)
    return written(request, lambda by: decide_issue(by, issue_id, decision, seen))


@router.post("/{issue_id}/close", response=WRITTEN, summary="結案 / Close an issue")
def close_decided_issue(request: HttpRequest, issue_id: AddressNumber, given: IssueNoteGiven) -> Status[Done]:
    """Close it: what was decided is carried out."""
    find_issue(acting(request), issue_id)
    seen = seen_by(request, given)
    return written(request, lambda by: close_issue(by, issue_id, given.note, seen))


@raising.post("/{plan}/issues", response=WRITTEN, summary="提出協調議題 / Raise an issue")
def raise_new_issue(request: HttpRequest, plan: Slug, given: IssueGiven) -> Status[Done]:
    """Raise what one agency cannot settle alone."""
    raised = Raised(given.agency, given.kind, given.title, given.text, given.element, given.sheet)
    return written(request, lambda by: raise_issue(by, plan, raised))


def _brief(by: Acting, issue: CoordinationIssue) -> IssueBrief:
    state = State(issue.state)
    return IssueBrief.model_validate(
        {
            "id": issue.pk,
            "plan": issue.plan.slug,
            "element": issue.element_key,
            "kind": issue.kind,
            "title": issue.title,
            "state": Named.under(state.value, STATE_NAMES[state]),
            "raised_by": agency_on(issue.raised_by, by.today),
            "owner": None if issue.owner is None else agency_on(issue.owner, by.today),
            "due_on": issue.due_on,
            "overdue": is_overdue(issue, by.today),
        }
    )
