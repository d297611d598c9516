"""Coordination issues: who may know of one or act on it, which ask for attention, and writing their steps."""

import datetime as dt

from django.db.models import F, Q, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.meetings.models import Meeting
from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Plan
from coretech.apps.reports.coordination.states import ARROWS, Arrow, State, Step, require_step
from coretech.apps.reports.cycle.addressees import officers
from coretech.apps.reports.cycle.controlling import controlled_plans
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.models import CoordinationIssue, IssueStep, Sheet
from coretech.apps.reports.revisions.keys import borne_by
from coretech.apps.reports.sheets.access import moved
from coretech.kit.refusal import Refused, bad_input, not_found
from coretech.law.access import Action, Matter

_LARGEST = 2**63 - 1


def visible_issues(by: Acting) -> QuerySet[CoordinationIssue]:
    """Those of the plans one controls, those one's agencies raised or own, and those put to a meeting they are at.

    Raises:
        Refused: (HTTP 403) for whoever reports and controls nothing.
    """
    require_reader(by)
    own = by.standing.agencies | by.standing.heads
    called = Meeting.agencies.through.objects.filter(agency__code__in=own).values("meeting")
    mine = Q(raised_by__code__in=own) | Q(owner__code__in=own) | Q(meeting__in=called)
    return _all().filter(mine | Q(plan__in=controlled_plans(by)))


def require_reader(by: Acting) -> None:
    """Refuse whoever reports and controls nothing (HTTP 403)."""
    everything = by.standing.agencies | by.standing.heads | by.standing.controls
    allow(by, Action.READ_SHEET, Matter(agencies=everything))


def running_issues(by: Acting) -> QuerySet[CoordinationIssue]:
    """Those that are not closed, by their due day; those without one last."""
    running = visible_issues(by).exclude(state=State.CLOSED)
    return running.order_by(F("due_on").asc(nulls_last=True), "pk")


def find_issue(by: Acting, issue_id: int) -> CoordinationIssue:
    """The issue, where this person may know of it (HTTP 404 otherwise)."""
    found = visible_issues(by).filter(pk=min(issue_id, _LARGEST)).first()
    if found is None:
        raise not_found("沒有這則議題，或您無權閱覽。", "There is no such issue, or it is not yours to see.")
    return found


def lock_issue(by: Acting, issue_id: int, seen: int | None = None) -> CoordinationIssue:
    """The issue, its row locked until the transaction ends; ``seen`` is how many steps the caller saw.

    Raises:
        Refused: (HTTP 404) as `find_issue`; `Moved` (HTTP 409) where somebody took a step since.
    """
    CoordinationIssue.objects.select_for_update().filter(pk=min(issue_id, _LARGEST)).first()
    found = find_issue(by, issue_id)
    if seen is not None and seen != found.steps.count():
        raise moved()
    return found


def issues_about(by: Acting, plan: Plan, element_key: str) -> QuerySet[CoordinationIssue]:
    """The issues about an element of a plan that this reader may know of; none for the public."""
    try:
        return visible_issues(by).filter(plan=plan, element_key__in=borne_by(plan, [element_key]))
    except Refused:
        return CoordinationIssue.objects.none()


def issues_of_sheet(by: Acting, sheet: Sheet) -> QuerySet[CoordinationIssue]:
    """The issues raised from a sheet that this reader may know of."""
    return visible_issues(by).filter(sheet=sheet)


def is_overdue(issue: CoordinationIssue, day: dt.date) -> bool:
    """Whether its day has passed and it is not closed."""
    return issue.state != State.CLOSED and issue.due_on is not None and issue.due_on < day


def check_step(by: Acting, issue: CoordinationIssue, step: Step) -> Arrow:
    """Require that this person may take the step and that the issue stands where it is taken (HTTP 403, 409)."""
    arrow = require_step_by(by, issue, step)
    require_step(step, issue)
    return arrow


def require_step_by(by: Acting, issue: CoordinationIssue, step: Step) -> Arrow:
    """Refuse whoever does not hold the step's power: the controller, or the owner's officers for an answer."""
    owner = frozenset(() if issue.owner is None else (issue.owner.code,))
    matter = Matter(agencies=owner) if step is Step.ANSWER else matter_of(issue.plan)
    arrow = ARROWS[step]
    allow(by, arrow.action, matter)
    return arrow


def take_step(by: Acting, issue: CoordinationIssue, step: Step, note: str) -> IssueStep:
    """Move the issue where the step leads, save it, and keep who took it and what was said."""
    target = ARROWS[step].target if step in ARROWS else None
    issue.state = issue.state if target is None else target
    issue.save()
    return IssueStep.objects.create(
        issue=issue, step=step, state=issue.state, note=note.strip(), by_id=by.person_id, at=by.at
    )


def require_text(field: str, text: str, longest: int) -> str:
    """The text without blanks around it (HTTP 422 where there is none, or too much)."""
    if not 0 < len(text.strip()) <= longest:
        raise bad_input(
            field, f"請填寫，{longest}字以內。", f"Fill it in, with {longest} characters at most."
        )
    return text.strip()


def require_agency(field: str, code: str) -> Agency:
    """The agency of a code (HTTP 422 where there is none)."""
    found = Agency.objects.prefetch_related("names").filter(code=code).first()
    if found is None:
        raise bad_input(field, "請選擇機關。", "Choose an agency.")
    return found


def require_due(day: dt.date, today: dt.date) -> dt.date:
    """The due day, where it has not passed (HTTP 422)."""
    if day < today:
        raise bad_input("due_on", "期限不得早於今日。", "The due day cannot lie in the past.")
    return day


def concerned(issue: CoordinationIssue, day: dt.date) -> list[int]:
    """The accounts of those it concerns: the officers of the agencies that raised it and own it."""
    agencies = [agency for agency in (issue.raised_by, issue.owner) if agency is not None]
    return [account for agency in agencies for account in officers(agency, day)]


def _all() -> QuerySet[CoordinationIssue]:
    rows = CoordinationIssue.objects.select_related(
        "plan", "raised_by", "owner", "meeting__body", "item", "sheet__period"
    )
    return rows.prefetch_related("raised_by__names", "owner__names")
