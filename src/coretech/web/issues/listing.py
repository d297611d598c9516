"""All issues the reader may know of: those that need somebody first, then what is under way, then what is closed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.plans.queries import newest_versions
from coretech.apps.reports.coordination.issues import is_overdue, running_issues, visible_issues
from coretech.apps.reports.coordination.states import State
from coretech.apps.reports.models import CoordinationIssue
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.issues.words import agency_of, due_of, kind_of, tags_of, title_link
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

COLUMNS = (
    Column(Sentence("議題", "Issue")),
    Column(Sentence("種類", "Kind")),
    Column(Sentence("計畫", "Plan")),
    Column(Sentence("提出", "Raised by")),
    Column(Sentence("主辦", "Owner")),
    Column(Sentence("期限", "Due")),
    Column(Sentence("情形", "State")),
)
_TAG = Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong> ')


@require_safe
def issues(request: HttpRequest) -> HttpResponse:
    """The list; HTTP 403 for whoever reports and controls nothing."""
    by = acting(request)
    running = list(running_issues(by))
    titles = {each.plan_id: each.title for each in newest_versions()}
    urgent = [each for each in running if is_overdue(each, by.today) or each.state == State.OPEN]
    closed = visible_issues(by).filter(state=State.CLOSED)
    context = {
        "columns": COLUMNS,
        "urgent": [row(by, each, titles) for each in urgent],
        "running": [row(by, each, titles) for each in running if each not in urgent],
        "closed": [row(by, each, titles) for each in closed],
        "controls": bool(by.standing.controls),
    }
    return render(request, "issues/issues.jinja", context)


def row(by: Acting, issue: CoordinationIssue, titles: dict[int, str]) -> list[object]:
    """A line of the list."""
    return [
        title_link(issue),
        kind_of(issue),
        titles.get(issue.plan_id, issue.plan.slug),
        agency_of(by, issue.raised_by),
        agency_of(by, issue.owner),
        due_of(issue),
        Markup("").join(_TAG.format(tag.colour, say(tag.words)) for tag in tags_of(by, issue)),
    ]
