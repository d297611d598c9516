"""Words and cells that the pages of sheets share."""

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.plans.models import WorkItem
from coretech.apps.reports.cycle.periods import name_of, title_of
from coretech.apps.reports.models import ReportingPeriod, Sheet, SheetStep
from coretech.apps.reports.sheets.parts import Part
from coretech.apps.reports.sheets.states import STATE_NAMES, State
from coretech.kit.sentence import Sentence
from coretech.web.plans.words import chinese
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say

COLOURS = {
    State.OPEN: "blue",
    State.SUBMITTED: "yellow",
    State.SIGNED: "yellow",
    State.CHECKED: "yellow",
    State.RETURNED: "red",
    State.ACCEPTED: "green",
    State.LOCKED: "grey",
}
STEPS = {
    SheetStep.Step.SUBMIT: Sentence("送機關核章", "Submitted to the agency's head"),
    SheetStep.Step.SIGN: Sentence("機關核章", "Signed for the agency"),
    SheetStep.Step.CHECK: Sentence("第一人檢核", "Checked by a first controller"),
    SheetStep.Step.SECOND_CHECK: Sentence("第二人複核，接受", "Checked by a second controller and accepted"),
    SheetStep.Step.RETURN: Sentence("退回補正", "Returned for correction"),
    SheetStep.Step.ACCEPT: Sentence("檢核後接受", "Checked and accepted"),
    SheetStep.Step.LOCK: Sentence("發布並鎖定", "Published and locked"),
}
LATE = Tag(Sentence("逾期", "Late"), "red")


def state_tag(sheet: Sheet) -> Tag:
    """Where a sheet stands."""
    state = State(sheet.state)
    return Tag(STATE_NAMES[state], COLOURS[state])


def measure_name(part: Part) -> Markup:
    """A measure's number and title."""
    element = part.element
    return chinese(f"{element.code} {element.title}".strip() or element.key)


def work_name(work: WorkItem) -> Markup:
    """A work item's number and words; where its sentence is not kept, the approach it belongs to."""
    return chinese(f"{work.work_no} {work.text or work.approach_title}".strip() or work.key)


def title_of_sheet(sheet: Sheet) -> Sentence:
    """The sheet by its period."""
    title = title_of(sheet.period)
    return Sentence(f"{title.zh}填報表", f"Sheet of {title.en}")


def period_address(period: ReportingPeriod) -> str:
    """A published period's page."""
    return reverse("plan_report", args=[period.plan.slug, name_of(period.year, period.quarter)])


def trail(sheet: Sheet) -> list[tuple[str, str | None]]:
    """The way to a sheet's own pages."""
    return [
        (say(Sentence("填報表", "Sheets")), reverse("sheets")),
        (say(title_of_sheet(sheet)), reverse("sheet", args=[sheet.pk])),
    ]
