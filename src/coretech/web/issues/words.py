"""Words and tags that the pages of issues share."""

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Element, PlanVersion
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.coordination.issues import is_overdue
from coretech.apps.reports.coordination.states import STATE_NAMES, State
from coretech.apps.reports.models import CoordinationIssue
from coretech.kit.sentence import Sentence
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say, tr

KINDS = {
    CoordinationIssue.Kind.CROSS_AGENCY: Sentence("跨機關", "Across agencies"),
    CoordinationIssue.Kind.BUDGET: Sentence("經費", "Budget"),
    CoordinationIssue.Kind.LAW: Sentence("法規", "Law"),
    CoordinationIssue.Kind.OTHER: Sentence("其他", "Other"),
}
_COLOURS = {State.OPEN: "yellow", State.IN_HAND: "blue", State.DECIDED: "teal", State.CLOSED: "grey"}
_OVERDUE = Tag(Sentence("逾期", "Overdue"), "red")
_UNOWNED = Sentence("尚未指定", "Not named yet")


def tags_of(by: Acting, issue: CoordinationIssue) -> list[Tag]:
    """Where an issue stands, and that it is overdue where it is."""
    state = State(issue.state)
    late = [_OVERDUE] if is_overdue(issue, by.today) else []
    return [*late, Tag(STATE_NAMES[state], _COLOURS[state])]


def kind_of(issue: CoordinationIssue) -> str:
    """What it is about, in the page's language."""
    return say(KINDS[CoordinationIssue.Kind(issue.kind)])


def agency_of(by: Acting, agency: Agency | None) -> str:
    """An agency by its name today; that none is named yet where that is so."""
    return say(_UNOWNED if agency is None else agency.name_on(by.today))


def due_of(issue: CoordinationIssue) -> str:
    """The due day in both calendars."""
    return tr("未定", "Not set") if issue.due_on is None else both_dates(issue.due_on)


def title_link(issue: CoordinationIssue) -> Markup:
    """The title, which leads to the issue."""
    return Markup('<a class="govuk-link" lang="zh-Hant-TW" href="{}">{}</a>').format(
        reverse("issue", args=[issue.pk]), issue.title
    )


def plan_of(issue: CoordinationIssue) -> PlanVersion:
    """The plan in its newest version, which has its title."""
    return version_of(issue.plan.slug)


def element_about(version: PlanVersion, issue: CoordinationIssue) -> Element | None:
    """The entry the issue is about; None for the plan as a whole, or an entry the newest version does not have."""
    return Element.objects.filter(version=version, key=issue.element_key).first()


def trail(issue: CoordinationIssue | None = None) -> list[tuple[str, str | None]]:
    """The way to an issue's own pages."""
    up: list[tuple[str, str | None]] = [(tr("協調議題", "Coordination issues"), reverse("issues"))]
    return up if issue is None else [*up, (issue.title, reverse("issue", args=[issue.pk]))]
