"""Calling a coordination meeting: which agencies, when and where; an issue in the address comes next."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.coordination import served_agencies
from coretech.apps.meetings.operations.call_coordination import Coordination, call_coordination
from coretech.apps.reports.coordination.issues import find_issue
from coretech.apps.reports.cycle.steering import steering_of
from coretech.apps.reports.models import CoordinationIssue
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter
from coretech.web.acting import acting
from coretech.web.issues.forms import CoordinationForm, agency_choices
from coretech.web.issues.words import trail
from coretech.web.sending import attempt, done, draw, row_of, sent

_CALLED = Sentence(
    "已發出開會通知。接著請排入議題。", "The meeting is called. Next, put issues on its agenda."
)
_DIGITS = 10


@require_http_methods(["GET", "HEAD", "POST"])
def coordination_new(request: HttpRequest) -> HttpResponse:
    """Call the agencies concerned; HTTP 403 for whoever controls no plan."""
    by = acting(request)
    allow(by, Action.RUN_COORDINATION, Matter(agencies=by.standing.controls))
    about = _about(by, request.GET.get("issue", ""))
    controllers = _controllers(by, about)
    choices = agency_choices(by.today, served_agencies(by.today) - controllers)
    form = CoordinationForm(sent(request), agency_choices(by.today, controllers), choices, _concerned(about))
    act = attempt(form, lambda: call_coordination(by, _given(form)))
    if act is not None and about is not None:
        return done(request, _CALLED, "issue_put", about.pk)
    if act is not None:
        return done(request, _CALLED, "meeting", row_of(act))
    return draw(
        request, "issues/meeting_new.jinja", {"form": form, "about": about, "trail": trail(about)}, form
    )


def _given(form: CoordinationForm) -> Coordination:
    return Coordination(form.controller, form.cleaned_data["agencies"], form.occasion())


def _about(by: Acting, text: str) -> CoordinationIssue | None:
    if not text.isascii() or not text.isdecimal() or len(text) > _DIGITS:
        return None
    try:
        return find_issue(by, int(text))
    except Refused:
        return None


def _controllers(by: Acting, about: CoordinationIssue | None) -> frozenset[str]:
    """The agency that controls the issue's plan, else all that the reader controls for."""
    steering = None if about is None else steering_of(about.plan)
    own = frozenset(() if steering is None else (steering.controller.code,)) & by.standing.controls
    return own or by.standing.controls


def _concerned(about: CoordinationIssue | None) -> list[str]:
    """The agencies that raised it and own it."""
    agencies = () if about is None else (about.raised_by, about.owner)
    return [agency.code for agency in agencies if agency is not None]
