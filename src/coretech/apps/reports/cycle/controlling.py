"""The plans somebody controls, and where each agency's sheet of a period stands, the late ones first."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Plan
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.models import ReportingPeriod, Sheet, Steering
from coretech.apps.reports.sheets.access import all_sheets
from coretech.apps.reports.sheets.completeness import completeness
from coretech.apps.reports.sheets.drafts import drafts_of
from coretech.apps.reports.sheets.parts import asked_in
from coretech.apps.reports.sheets.states import State
from coretech.law.access import Action

_ORDER = (
    *(State.SIGNED, State.CHECKED, State.OPEN, State.RETURNED),
    *(State.SUBMITTED, State.ACCEPTED, State.LOCKED),
)
_OWED = frozenset({State.OPEN, State.RETURNED, State.SUBMITTED})


@dataclass(frozen=True, slots=True)
class Line:
    """One agency's sheet: how many measures are filled in, of how many, and indicators without an actual."""

    sheet: Sheet
    ready: int
    total: int
    lacking: int
    late: bool


@dataclass(frozen=True, slots=True)
class Board:
    """A period's sheets, and the printed names behind which no agency was found, whom no sheet reached."""

    period: ReportingPeriod
    lines: tuple[Line, ...]
    unknown: tuple[str, ...]

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(line.late for line in self.lines)

    def standing_at(self, *states: State) -> int:
        """How many stand at one of these states."""
        return sum(State(line.sheet.state) in states for line in self.lines)


def controlled_plans(by: Acting) -> list[Plan]:
    """The plans whose controlling agency this person controls for."""
    newest = (
        Steering.objects.order_by("plan_id", "-pk").distinct("plan_id").select_related("controller", "plan")
    )
    return [each.plan for each in newest if each.controller.code in by.standing.controls]


def board(by: Acting, period: ReportingPeriod) -> Board:
    """The sheets of a period for its controller (HTTP 403 for anybody else): counts, and not a word of a draft."""
    allow(by, Action.OPEN_PERIOD, matter_of(period.plan))
    asked = asked_in(period)
    lines = []
    for sheet in all_sheets().filter(period=period):
        parts = asked.parts.get(sheet.agency.code, ())
        found = completeness(parts, drafts_of(sheet, parts)).values()
        ready, lacking = sum(each.is_ready for each in found), sum(len(each.lacking) for each in found)
        lines.append(Line(sheet, ready, len(parts), lacking, is_late(sheet, period, by.today)))
    return Board(period, tuple(sorted(lines, key=_pressing)), asked.responsible.unknown)


def is_late(sheet: Sheet, period: ReportingPeriod, day: dt.date) -> bool:
    """Whether the agency still owes it after the due day."""
    return State(sheet.state) in _OWED and period.due_on < day


def _pressing(line: Line) -> tuple[bool, int, str]:
    return not line.late, _ORDER.index(State(line.sheet.state)), line.sheet.agency.code
