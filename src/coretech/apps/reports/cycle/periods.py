"""Reporting periods: their names and days, which are open, and locking one to write to it."""

import datetime as dt
import re

from django.db.models import QuerySet

from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.models import ReportingPeriod
from coretech.engines.progress.spans import first_day, last_day
from coretech.kit.refusal import Refused, bad_input, not_found
from coretech.kit.roc import OFFSET
from coretech.kit.sentence import Sentence

_NAME = re.compile(r"(?P<year>[0-9]{1,3})(?:-q(?P<quarter>[1-4]))?", re.ASCII)
_LARGEST = 2**63 - 1
_QUARTERS = {1: "一", 2: "二", 3: "三", 4: "四"}
_FIRST_MONTH = {1: 1, 2: 4, 3: 7, 4: 10}


def name_of(year: int, quarter: int | None) -> str:
    """A period as its address has it: ``110-q1``, or ``110`` for a whole ROC year."""
    return f"{year}" if quarter is None else f"{year}-q{quarter}"


def parsed(name: str) -> tuple[int, int | None]:
    """The ROC year and the quarter of ``110-q1`` or ``110``.

    Raises:
        Refused: (HTTP 422) for anything else.
    """
    match = _NAME.fullmatch(name.strip().lower())
    if match is None or not int(match["year"]):
        raise bad_input(
            "period",
            "請寫民國年與季，例如 110-q1；整年則寫 110。",
            "Write the ROC year and the quarter, such as 110-q1; a whole year as 110.",
        )
    return int(match["year"]), int(match["quarter"]) if match["quarter"] else None


def said_period(year: int, quarter: int | None) -> Sentence:
    """A period in words, both calendars."""
    common = year + OFFSET
    if quarter is None:
        return Sentence(f"民國{year}年（{common}）全年", f"the whole of {common} (ROC {year})")
    return Sentence(
        f"民國{year}年（{common}）第{_QUARTERS[quarter]}季", f"Q{quarter} of {common} (ROC {year})"
    )


def title_of(period: ReportingPeriod) -> Sentence:
    """The period in words."""
    return said_period(period.year, period.quarter)


def first_of(period: ReportingPeriod) -> dt.date:
    """Its first day."""
    start = first_day(period.year)
    return start if period.quarter is None else start.replace(month=_FIRST_MONTH[period.quarter])


def last_of(period: ReportingPeriod) -> dt.date:
    """Its last day: the day its figures speak of."""
    return last_day(period.year, period.quarter)


def period_before(day: dt.date, *, yearly: bool) -> tuple[int, int | None]:
    """The quarter, or the whole ROC year, that was over last on a day."""
    year = day.year - OFFSET
    if yearly:
        return year - 1, None
    quarter = (day.month - 1) // 3
    return (year, quarter) if quarter else (year - 1, 4)


def order_of(period: ReportingPeriod) -> tuple[int, int]:
    """For sorting in time; a whole year stands after its quarters."""
    return period.year, period.quarter or 5


def periods_of(plan: Plan) -> QuerySet[ReportingPeriod]:
    """A plan's periods, the newest first."""
    return (
        ReportingPeriod.objects.filter(plan=plan)
        .order_by("-year", "-quarter")
        .select_related("plan", "version")
    )


def published_periods(plan: Plan) -> QuerySet[ReportingPeriod]:
    """Those that are published."""
    return periods_of(plan).filter(state=ReportingPeriod.State.PUBLISHED)


def find_period(slug: str, name: str) -> ReportingPeriod:
    """A plan's period by its name, whether published or not.

    Raises:
        Refused: (HTTP 404) where the plan has none.
    """
    plan = version_of(slug).plan
    try:
        year, quarter = parsed(name)
    except Refused:
        raise _none() from None
    found = periods_of(plan).filter(year=year, quarter=quarter).first()
    if found is None:
        raise _none()
    return found


def find_published(slug: str, name: str) -> ReportingPeriod:
    """A plan's published period by its name; one that is open is not there for the public (HTTP 404)."""
    found = find_period(slug, name)
    if found.state != ReportingPeriod.State.PUBLISHED:
        raise _none()
    return found


def lock_period(period_id: int) -> ReportingPeriod:
    """The period, its row locked until the transaction ends.

    Raises:
        Refused: (HTTP 404) where there is none.
    """
    rows = ReportingPeriod.objects.select_for_update(of=("self",)).select_related("plan", "version")
    found = rows.filter(pk=min(period_id, _LARGEST)).first()
    if found is None:
        raise _none()
    return found


def _none() -> Refused:
    return not_found("這個計畫沒有這一期的填報。", "The plan has no such reporting period.")
