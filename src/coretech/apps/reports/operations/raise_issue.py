"""Raising an issue that one agency cannot settle alone: from its sheet, or by the controller."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import element_of, version_of
from coretech.apps.reports.coordination.issues import require_agency, require_text, take_step
from coretech.apps.reports.coordination.states import Step
from coretech.apps.reports.cycle.addressees import controllers
from coretech.apps.reports.cycle.steering import controls, steered
from coretech.apps.reports.models import CoordinationIssue, Sheet
from coretech.apps.reports.sheets.access import find_sheet
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter

LONGEST_TITLE, LONGEST_TEXT = 200, 5000


@dataclass(frozen=True, slots=True)
class Raised:
    """What is raised, for which agency (by code), about which element; ``sheet`` is the one it comes from."""

    agency: str
    kind: str
    title: str
    text: str
    element_key: str = ""
    sheet: int | None = None


def check(by: Acting, plan: Plan) -> tuple[str, ...]:
    """The codes of the agencies this person raises for: those served, and the controlling one where it is theirs.

    Raises:
        Refused: (HTTP 403) for whoever serves none; (HTTP 409) for a plan that nobody controls.
    """
    steering = steered(plan)
    own = set(by.standing.agencies)
    if controls(by, plan):
        own.add(steering.controller.code)
    allow(by, Action.RAISE_ISSUE, Matter(agencies=frozenset(own)))
    return tuple(sorted(own))


@operation
def raise_issue(by: Acting, plan_slug: str, given: Raised) -> Act:
    """Write the issue and tell the controller; it has no owner and no due day yet."""
    version = version_of(plan_slug)
    if given.agency not in check(by, version.plan):
        raise bad_input("agency", "請選擇您服務的機關。", "Choose an agency that you serve.")
    if given.kind not in CoordinationIssue.Kind.values:
        raise bad_input("kind", "請選擇議題種類。", "Choose what the issue is about.")
    if given.element_key:
        element_of(version, given.element_key)
    issue = CoordinationIssue(
        plan=version.plan,
        sheet=_sheet(by, given, version.plan),
        element_key=given.element_key,
        raised_by=require_agency("agency", given.agency),
        kind=given.kind,
        title=require_text("title", given.title, LONGEST_TITLE),
        text=require_text("text", given.text, LONGEST_TEXT),
        raised_at=by.at,
    )
    step = take_step(by, issue, Step.RAISE, issue.text)
    act = record(
        by,
        "issue.raised",
        issue.subject,
        public={"plan": plan_slug, "kind": issue.kind, "agency": given.agency, "element": given.element_key},
        confidential={"title": issue.title},
        rows=[step],
    )
    told = Sentence("有新的協調議題", "A coordination issue was raised")
    notify(act, controllers(steered(version.plan).controller, by.today), told, f"/issues/{issue.pk}/")
    return act


def _sheet(by: Acting, given: Raised, plan: Plan) -> Sheet | None:
    if given.sheet is None:
        return None
    found = find_sheet(by, given.sheet)
    if found.period.plan_id != plan.pk or found.agency.code != given.agency:
        raise bad_input(
            "sheet", "這份填報表不屬於此計畫與機關。", "That sheet is not of this plan and agency."
        )
    return found
