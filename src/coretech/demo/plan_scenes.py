"""The scenes of reporting: who controls the plans, a year of four published quarters, and one in hand."""

from collections.abc import Callable, Iterable

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.reports.models import ReportingPeriod, Sheet, Steering
from coretech.apps.reports.operations.check_sheet import check_sheet
from coretech.apps.reports.operations.fill_sheet import fill_sheet
from coretech.apps.reports.operations.open_period import open_period
from coretech.apps.reports.operations.publish_period import publish_period
from coretech.apps.reports.operations.return_sheet import return_sheet
from coretech.apps.reports.operations.set_steering import set_steering
from coretech.apps.reports.operations.sign_sheet import sign_sheet
from coretech.apps.reports.operations.submit_sheet import submit_sheet
from coretech.apps.reports.sheets.content import LABELS
from coretech.apps.reports.sheets.parts import Part, asked_in
from coretech.demo.acting import acting_as
from coretech.demo.cast import CONTROLLER, OFFICE, PLAN_CONTROLLER, REPORTING, SECOND_CONTROLLER
from coretech.demo.people import FIRST_DAY
from coretech.demo.plan_figures import content_of, corrected
from coretech.demo.scene import Came, Scene
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

PROGRAMME, PLAN = "programme-110-113", "plan-110-113"
YEAR = 110
QUARTERS = (1, 2, 3, 4)
CONTROLLING = "ndc"
RETURNED = ("nstc", 2)
"""Whose sheet of which quarter comes back for correction."""

_SUBMITTED, _SIGNED = ("mohw", "nstc"), ("nstc",)
_REASON = "請說明落後的原因，以及何時趕上。"
_WITHOUT = "示範只有部分機關填報；其餘機關在示範中沒有帳號。"


def period_of(quarter: int, year: int = YEAR) -> ReportingPeriod | None:
    """A quarter of the programme, once it was opened."""
    found = ReportingPeriod.objects.filter(plan__slug=PROGRAMME, year=year, quarter=quarter)
    return found.select_related("plan", "version").first()


def is_published(quarter: int) -> Callable[[], bool]:
    """Whether a quarter of the year lies behind."""
    return lambda: (
        (found := period_of(quarter)) is not None and found.state == ReportingPeriod.State.PUBLISHED
    )


def _steer(by: Acting) -> Came:
    why = "示範：依方案之推動與管考"
    return Came(
        [
            set_steering(by, PROGRAMME, CONTROLLING, Steering.Cycle.QUARTERLY, why=why),
            set_steering(by, PLAN, "nstc", Steering.Cycle.YEARLY, days=30, why=why),
        ]
    )


def _opened(by: Acting, year: int, quarter: int) -> tuple[ReportingPeriod, list[Act]]:
    """The quarter, and the act that opened it where that was not done yet."""
    before = period_of(quarter, year)
    acts = [] if before is not None else [open_period(by, PROGRAMME, year, quarter)]
    return before or ReportingPeriod.objects.select_related("plan", "version").latest("pk"), acts


def _quarter(quarter: int) -> Callable[[Acting], Came]:
    def run(by: Acting) -> Came:
        period, acts = _opened(by, YEAR, quarter)
        for sheet, parts in _asked(period, REPORTING):
            if sheet.state != Sheet.State.ACCEPTED:
                acts += _submitted(sheet, parts)
                acts += [
                    _signed(sheet),
                    *_checked(by, sheet, parts, returned=(sheet.agency.code, quarter) == RETURNED),
                ]
        return Came([*acts, publish_period(by, period.pk, _WITHOUT)])

    return run


def _asked(period: ReportingPeriod, codes: Iterable[str]) -> list[tuple[Sheet, tuple[Part, ...]]]:
    parts = asked_in(period).parts
    rows = {
        each.agency.code: each
        for each in period.sheets.select_related("agency", "period__version", "period__plan")
    }
    return [(rows[code], parts[code]) for code in codes]


def _submitted(sheet: Sheet, parts: Iterable[Part]) -> list[Act]:
    """Filled in by the agency's officer, each word of last quarter that still holds confirmed, and sent on."""
    by, period = acting_as(f"agency-{sheet.agency.code}"), sheet.period
    contents = {part.key: content_of(part, period.year, period.quarter or 4) for part in parts}
    return [fill_sheet(by, sheet.pk, contents, confirmed=tuple(LABELS)), submit_sheet(by, sheet.pk)]


def _signed(sheet: Sheet) -> Act:
    return sign_sheet(acting_as(f"head-{sheet.agency.code}"), sheet.pk)


def _checked(by: Acting, sheet: Sheet, parts: tuple[Part, ...], *, returned: bool) -> list[Act]:
    """Accepted; after a correction where it is returned; by two people where it is the controller's own."""
    acts = _corrected(by, sheet, parts[0]) if returned else []
    acts.append(check_sheet(by, sheet.pk))
    if sheet.agency.code == CONTROLLING:
        acts.append(check_sheet(acting_as(SECOND_CONTROLLER), sheet.pk))
    return acts


def _corrected(by: Acting, sheet: Sheet, part: Part) -> list[Act]:
    officer, period = acting_as(f"agency-{sheet.agency.code}"), sheet.period
    content = corrected(content_of(part, period.year, period.quarter or 4))
    return [
        return_sheet(by, sheet.pk, {part.key: _REASON}),
        fill_sheet(officer, sheet.pk, {part.key: content}, confirmed=tuple(LABELS)),
        submit_sheet(officer, sheet.pk),
        _signed(sheet),
    ]


def _going_on(by: Acting) -> Came:
    """The next quarter: one sheet waits for its head, one for the controller, and the others for their officers."""
    period, acts = _opened(by, YEAR + 1, 1)
    for sheet, parts in _asked(period, _SUBMITTED):
        acts += _submitted(sheet, parts)
        acts += [_signed(sheet)] if sheet.agency.code in _SIGNED else []
    return Came(acts)


def _plan_going_on(by: Acting) -> Came:
    return Came([open_period(by, PLAN, YEAR + 1, None)])


STEERING = Scene(
    Sentence("指定計畫的管考機關", "Who controls the plans is named"),
    OFFICE,
    Action.STEER_PLAN,
    lambda: FIRST_DAY,
    lambda: Steering.objects.filter(plan__slug=PLAN).exists(),
    _steer,
)
YEAR_SCENES = tuple(
    Scene(
        Sentence(
            f"{YEAR}年第{quarter}季填報、檢核並發布（示範資料）",
            f"Q{quarter} of ROC {YEAR} is reported and published (made up)",
        ),
        CONTROLLER,
        Action.OPEN_PERIOD,
        lambda: FIRST_DAY,
        is_published(quarter),
        _quarter(quarter),
    )
    for quarter in QUARTERS
)
GOING_ON = (
    Scene(
        Sentence(f"{YEAR + 1}年第1季填報中（示範資料）", f"Q1 of ROC {YEAR + 1} is being reported (made up)"),
        CONTROLLER,
        Action.OPEN_PERIOD,
        lambda: FIRST_DAY,
        lambda: Sheet.objects.filter(period=period_of(1, YEAR + 1), state=Sheet.State.SIGNED).exists(),
        _going_on,
    ),
    Scene(
        Sentence(f"科技發展計畫{YEAR + 1}年填報中", f"ROC {YEAR + 1} of the S&T plan is being reported"),
        PLAN_CONTROLLER,
        Action.OPEN_PERIOD,
        lambda: FIRST_DAY,
        lambda: ReportingPeriod.objects.filter(plan__slug=PLAN).exists(),
        _plan_going_on,
    ),
)
