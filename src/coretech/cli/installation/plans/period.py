"""``coretech period``: a plan's reporting periods: open, list, publish, remind; and who controls it."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.controlling import board
from coretech.apps.reports.cycle.periods import find_period, name_of, parsed, periods_of, published_periods
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.models import ReportingPeriod, Steering
from coretech.apps.reports.operations import open_period, publish_period, remind, set_steering
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import day
from coretech.cli.installation.plans.plans import Slug
from coretech.cli.installation.told import Told, act_told, table
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

app = group(
    "計畫的填報期別：開始、列出、催報、發布", "a plan's reporting periods: open, list, remind, publish"
)

PeriodName = Annotated[
    str,
    typer.Argument(
        metavar="PERIOD", help="民國年與季，如 111-q1；整年 111 / such as 111-q1, or 111 for a year"
    ),
]
Due = Annotated[
    dt.date | None, day("--due", "填報期限；預設依管考設定", "sheets are due on; by the steering")
]
_NONE = Sentence("還沒有任何一期。", "There is no period yet.")


@writes(app, "steer")
def steer(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    plan: Slug,
    controller: Annotated[
        str, typer.Argument(metavar="AGENCY", help="管考機關代碼 / the controlling agency's code")
    ],
    *,
    cycle: Annotated[Steering.Cycle, typer.Option(help="每季或每年 / how often")] = Steering.Cycle.QUARTERLY,
    days: Annotated[int, typer.Option(help="填報天數 / days a sheet may take")] = 15,
    why: Annotated[str, typer.Option(help="依據 / the grounds")] = "",
) -> Act:
    """指定計畫的管考機關 / Name the agency that controls a plan."""
    return set_steering.set_steering(by, plan, controller, cycle.value, days=days, why=why)


@writes(app, "open")
def begin(by: Acting, plan: Slug, period: PeriodName, *, due: Due = None) -> Act:
    """開始填報一期，各負責機關收到填報表 / Open a period: each agency that answers gets its sheet."""
    year, quarter = parsed(period)
    return open_period.open_period(by, plan, year, quarter, due)


@reads(app, "list")
def list_periods(by: Acting, plan: Slug) -> Told:
    """列出計畫的各期 / A plan's periods; an open one is told to its controller."""
    allow(by, Action.READ_PLAN)
    found = version_of(plan).plan
    rows = list(periods_of(found) if controls(by, found) else published_periods(found))
    lines = [(_name(each), each.state, each.due_on.isoformat()) for each in rows]
    return Told([_data(each) for each in rows], lambda _: table(lines), None if rows else _NONE)


@reads(app, "board")
def show_board(by: Acting, plan: Slug, period: PeriodName) -> Told:
    """各機關填報情形，逾期者在前 / Where every sheet of a period stands, late ones first."""
    shown = board(by, find_period(plan, period))
    data = [
        {
            "sheet": line.sheet.pk,
            "agency": line.sheet.agency.code,
            "state": line.sheet.state,
            "ready": line.ready,
            "measures": line.total,
            "without_actual": line.lacking,
            "late": line.late,
        }
        for line in shown.lines
    ]
    return Told(
        {"period": _data(shown.period), "sheets": data, "unknown": list(shown.unknown)},
        lambda _: table(
            [
                (
                    each["sheet"],
                    each["agency"],
                    each["state"],
                    f"{each['ready']}/{each['measures']}",
                    "late" * bool(each["late"]),
                )
                for each in data
            ]
        ),
    )


@writes(app, "publish")
def publish(
    by: Acting,
    plan: Slug,
    period: PeriodName,
    *,
    without: Annotated[
        str, typer.Option(help="有機關未填報而仍發布的理由 / why it is published without some agencies")
    ] = "",
) -> Act:
    """發布並鎖定一期 / Publish a period and lock it for good."""
    return publish_period.publish_period(by, find_period(plan, period).pk, without)


@writes(app, "remind")
def send_reminders(by: Acting, plan: Slug, period: PeriodName) -> Told:
    """催報：每人一封、每日一次 / Remind whoever owes something, once a day."""
    act = remind.remind(by, find_period(plan, period).pk)
    return act_told(act, more={"letters": act.public["letters"]})


def _name(period: ReportingPeriod) -> str:
    return name_of(period.year, period.quarter)


def _data(period: ReportingPeriod) -> dict[str, object]:
    return {
        "period": _name(period),
        "state": period.state,
        "opened_on": period.opened_on.isoformat(),
        "due_on": period.due_on.isoformat(),
        "version": period.version.version,
    }
