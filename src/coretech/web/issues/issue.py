"""One issue: what it is about, what waits, what a meeting made of it, and what happened."""

from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.meetings.calendar import name_of
from coretech.apps.meetings.queries import visible_meetings
from coretech.apps.reports.coordination.issues import find_issue
from coretech.apps.reports.coordination.meetings import Outcome, outcome_of
from coretech.apps.reports.coordination.states import ARROWS, RAISED, State, Step
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.models import CoordinationIssue
from coretech.apps.reports.operations import (
    answer_issue,
    close_issue,
    decide_issue,
    put_issue_to_meeting,
    take_issue,
)
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.issues.words import agency_of, due_of, element_about, kind_of, plan_of, tags_of, trail
from coretech.web.meetings.words import tag_of
from coretech.web.plans.words import chinese, element_link
from coretech.web.shell.parts import Event
from coretech.web.shell.words import say

Check = Callable[[Acting, CoordinationIssue], object]
_STEPS: tuple[tuple[Step, Check, str], ...] = (
    (Step.TAKE, take_issue.check, "issue_take"),
    (Step.PUT, put_issue_to_meeting.check, "issue_put"),
    (Step.DECIDE, decide_issue.check, "issue_decide"),
    (Step.ANSWER, answer_issue.check, "issue_answer"),
    (Step.CLOSE, close_issue.check, "issue_close"),
)


@require_safe
def issue(request: HttpRequest, issue_id: int) -> HttpResponse:
    """The issue for whoever may know of it (HTTP 404 otherwise)."""
    by = acting(request)
    found = find_issue(by, issue_id)
    context = {
        "issue": found,
        "kind": kind_of(found),
        "tags": tags_of(by, found),
        "rows": list(_about(by, found)),
        "steps": _steps(by, found),
        "forward": _leads_on(found),
        "held": _held(by, found),
        "history": list(_history(found)),
        "trail": trail(),
    }
    return render(request, "issues/issue.jinja", context)


def _about(by: Acting, found: CoordinationIssue) -> Iterator[tuple[Sentence, object]]:
    version = plan_of(found)
    yield Sentence("計畫", "Plan"), _link(reverse("plan", args=[found.plan.slug]), version.title)
    element = element_about(version, found)
    if element is not None:
        yield Sentence("項目", "Entry"), element_link(version, element)
    yield Sentence("提出機關", "Raised by"), agency_of(by, found.raised_by)
    if found.sheet is not None:
        title = say(title_of(found.sheet.period))
        yield Sentence("來自填報表", "From the sheet"), _link(reverse("sheet", args=[found.sheet_id]), title)
    yield Sentence("主辦機關", "Owner"), agency_of(by, found.owner)
    yield Sentence("期限", "Due"), due_of(found)
    yield Sentence("說明", "What it is"), chinese(found.text)
    if found.decision:
        yield Sentence("決定", "Decision"), chinese(found.decision)


def _steps(by: Acting, found: CoordinationIssue) -> list[tuple[Step, Sentence, str]]:
    """The steps this reader may take now, each with its page."""
    return [
        (step, ARROWS[step].name, reverse(page, args=[found.pk]))
        for step, check, page in _STEPS
        if refusal_of(check, by, found) is None
    ]


def _leads_on(found: CoordinationIssue) -> Step:
    """The one step that an issue waits for; whoever may take it sees it as a button, and the others as links."""
    if found.state == State.OPEN:
        return Step.TAKE
    if found.state == State.DECIDED:
        return Step.CLOSE
    outcome = outcome_of(found)
    return Step.DECIDE if outcome is not None and outcome.decided else Step.ANSWER


def _held(by: Acting, found: CoordinationIssue) -> dict[str, object] | None:
    """The last meeting it was put to, and what came of it there."""
    outcome: Outcome | None = outcome_of(found)
    if outcome is None:
        return None
    meeting = outcome.item.meeting
    seen = visible_meetings(by).filter(pk=meeting.pk).exists()
    return {
        "name": name_of(meeting),
        "day": meeting.held_on,
        "page": reverse("item", args=[outcome.item.pk]) if seen else None,
        "tag": tag_of(outcome.item),
        "wording": outcome.wording,
        "to_record": outcome.decided and found.state not in {State.DECIDED, State.CLOSED},
    }


def _history(found: CoordinationIssue) -> Iterator[Event]:
    for step in found.steps.select_related("by").order_by("pk"):
        who = None if step.by is None else step.by.name
        arrow = ARROWS.get(Step(step.step))
        done = RAISED if arrow is None else arrow.done
        yield Event(step.at, done, who, Sentence(step.note, step.note))


def _link(address: str, words: str) -> Markup:
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(address, words)
