"""The steps of an issue, a page each: one question, or why the step is closed."""

from collections.abc import Callable
from dataclasses import dataclass

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.coordination.issues import find_issue, require_step_by
from coretech.apps.reports.coordination.meetings import open_meetings, outcome_of
from coretech.apps.reports.coordination.states import ARROWS, Step
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
from coretech.web.issues.forms import DecisionForm, MeetingForm, NoteForm, OwnerForm
from coretech.web.issues.words import trail
from coretech.web.rounds.stepping import seen_in
from coretech.web.sending import attempt, done, draw, sent

_TAKEN = Sentence(
    "已指定主辦機關與期限，並通知該機關。", "The owner and the due day are set, and the agency is told."
)
_PUT = Sentence("議題已排入專案會議。", "The issue is on the agenda of the meeting.")
_ANSWERED = Sentence("已回報管考機關。", "The controller is told.")
_DECIDED = Sentence("決定已登錄，並通知相關機關。", "The decision is recorded, and the agencies are told.")
_CLOSED = Sentence("議題已結案。", "The issue is closed.")


@dataclass(frozen=True, slots=True)
class Page:
    """One step's page: which step, its check, what stands before the form, and what is said afterwards."""

    step: Step
    check: Callable[[Acting, CoordinationIssue], object]
    lead: Sentence
    afterwards: Sentence


_TAKE = Page(
    Step.TAKE,
    take_issue.check,
    Sentence("主辦機關會收到通知，並在期限前回報。", "The owner is told, and answers by the due day."),
    _TAKEN,
)
_TO_MEETING = Page(
    Step.PUT,
    put_issue_to_meeting.check,
    Sentence(
        "議題成為會議的討論事項；與會機關可以閱覽。",
        "It becomes an item for discussion; the agencies called may read it.",
    ),
    _PUT,
)
_ANSWER = Page(
    Step.ANSWER,
    answer_issue.check,
    Sentence("寫明做了什麼、還缺什麼。", "Say what was done, and what still stands in the way."),
    _ANSWERED,
)
_DECIDE = Page(
    Step.DECIDE,
    decide_issue.check,
    Sentence(
        "會議的決議已有紀錄時，文字已先帶入，請確認。",
        "Where the minutes word what the meeting decided, the words stand ready; look them over.",
    ),
    _DECIDED,
)
_CLOSE = Page(
    Step.CLOSE,
    close_issue.check,
    Sentence("決定已經辦完，寫明結果。", "What was decided is done; say how it ended."),
    _CLOSED,
)


@require_http_methods(["GET", "HEAD", "POST"])
def issue_take(request: HttpRequest, issue_id: int) -> HttpResponse:
    """Name the owner and the due day."""
    by, found = _found(request, issue_id, _TAKE)
    form = OwnerForm(sent(request), found, by.today)

    def run() -> Act:
        given = form.cleaned_data
        owner, due_on, note = given["owner"], given["due_on"], given["note"]
        return take_issue.take_issue(by, found.pk, owner, due_on, note, seen_in(request))

    return _step(request, by, found, _TAKE, form, run)


@require_http_methods(["GET", "HEAD", "POST"])
def issue_put(request: HttpRequest, issue_id: int) -> HttpResponse:
    """Put it to a meeting that is called already; another one is called on a page of its own."""
    by, found = _found(request, issue_id, _TO_MEETING)
    form = MeetingForm(sent(request), open_meetings(found.plan))

    def run() -> Act:
        meeting = form.cleaned_data["meeting"]
        return put_issue_to_meeting.put_issue_to_meeting(by, found.pk, meeting, seen_in(request))

    return _step(request, by, found, _TO_MEETING, form, run)


@require_http_methods(["GET", "HEAD", "POST"])
def issue_answer(request: HttpRequest, issue_id: int) -> HttpResponse:
    """Say for the owner what was done."""
    by, found = _found(request, issue_id, _ANSWER)
    form = NoteForm(sent(request))

    def run() -> Act:
        return answer_issue.answer_issue(by, found.pk, form.cleaned_data["note"], seen_in(request))

    return _step(request, by, found, _ANSWER, form, run)


@require_http_methods(["GET", "HEAD", "POST"])
def issue_decide(request: HttpRequest, issue_id: int) -> HttpResponse:
    """Record what was decided, by a meeting or without one."""
    by, found = _found(request, issue_id, _DECIDE)
    outcome = outcome_of(found)
    form = DecisionForm(sent(request), found, by.today, "" if outcome is None else outcome.wording)

    def run() -> Act:
        return decide_issue.decide_issue(by, found.pk, form.decision(), seen_in(request))

    return _step(request, by, found, _DECIDE, form, run)


@require_http_methods(["GET", "HEAD", "POST"])
def issue_close(request: HttpRequest, issue_id: int) -> HttpResponse:
    """Close it with a word on how it ended."""
    by, found = _found(request, issue_id, _CLOSE)
    form = NoteForm(sent(request))

    def run() -> Act:
        return close_issue.close_issue(by, found.pk, form.cleaned_data["note"], seen_in(request))

    return _step(request, by, found, _CLOSE, form, run)


def _found(request: HttpRequest, issue_id: int, page: Page) -> tuple[Acting, CoordinationIssue]:
    """The issue for whoever holds the step's power (HTTP 404 and 403 otherwise)."""
    by = acting(request)
    found = find_issue(by, issue_id)
    require_step_by(by, found, page.step)
    return by, found


def _step(  # noqa: PLR0913, PLR0917 - whose page, of which issue, with which form
    request: HttpRequest,
    by: Acting,
    found: CoordinationIssue,
    page: Page,
    form: BaseForm,
    run: Callable[[], Act],
) -> HttpResponse:
    if attempt(form, run) is not None:
        return done(request, page.afterwards, "issue", found.pk)
    context = {
        "issue": found,
        "name": ARROWS[page.step].name,
        "lead": page.lead,
        "form": form,
        "refusal": refusal_of(page.check, by, found),
        "seen": found.steps.count(),
        "trail": trail(found),
        "calling": f"{reverse('coordination_new')}?issue={found.pk}" if page.step is Step.PUT else "",
    }
    return draw(request, "issues/step.jinja", context, form)
