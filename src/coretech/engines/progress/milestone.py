"""Something done or not: each planned point is credited once, with the first report that says so."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from coretech.engines.progress.figures import TargetPoint
from coretech.engines.progress.kinds import Nature
from coretech.engines.progress.observing import standing
from coretech.engines.progress.pace import NO_WAY, REACHED
from coretech.engines.progress.reckoned import Status, Whole, YearReckoned
from coretech.engines.progress.said import share
from coretech.engines.progress.spans import as_of, last_day
from coretech.engines.progress.years import Asked, waiting
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    "進度＝已完成的里程碑數 ÷ 全部里程碑數；至今應有＝年度已過或已完成的里程碑數 ÷ 全部里程碑數。"
    "完成回報計入該年的里程碑；該年沒有者，計入之前最近一個未完成者。做到一半不計。",
    "Progress = milestones done ÷ all milestones; due by now = milestones whose year is over or that are done"
    " ÷ all. A report of completion counts for its year's milestone, or for the latest one before it that is"
    " still open. Half done counts for nothing.",
)


def formula(_case: Asked) -> Sentence:
    """The same for every milestone."""
    return FORMULA


def years(case: Asked) -> tuple[YearReckoned, ...]:
    """Each planned point, met or missed; a year of a report alone has no target."""
    credit = _credit(case)
    points = {point.year: point for point in _points(case)}
    known = points.keys() | {each.year for each in case.actuals}
    return tuple(_year(case, year, points.get(year), credit.get(year)) for year in sorted(known))


def whole(case: Asked, _found: Sequence[YearReckoned]) -> Whole:
    """The share of the points that are done; no share where none is planned, no progress without a report."""
    planned, credit = {point.year for point in _points(case)}, _credit(case)
    if not planned:
        return Whole(None, None, None, NO_WAY, ())
    done, total = len(credit), len(planned)
    due = len({year for year in planned if last_day(year) < case.today} | credit.keys())
    end = max(credit.values()) if done == total else None
    progress = Decimal(done) / total if case.actuals else None
    return Whole(progress, Decimal(due) / total, end, REACHED if end else NO_WAY, _steps(done, due, total))


def _steps(done: int, due: int, total: int) -> tuple[Sentence, ...]:
    """Both divisions with their figures."""
    done_share, due_share = share(Decimal(done) / total), share(Decimal(due) / total)
    return (
        Sentence(
            f"進度：完成 {done} ÷ {total} = {done_share}", f"Progress: {done} done ÷ {total} = {done_share}"
        ),
        Sentence(
            f"至今應有：到期 {due} ÷ {total} = {due_share}", f"Due by now: {due} ÷ {total} = {due_share}"
        ),
    )


def _points(case: Asked) -> list[TargetPoint]:
    return [point for point in case.targets if point.words or point.value is not None]


def _credit(case: Asked) -> dict[int, date]:
    """The years whose milestone is done, with the day of the report that says so; a year's reports credit one."""
    open_years, credit = {point.year for point in _points(case)}, dict[int, date]()
    for year in sorted({each.year for each in case.actuals}):
        last = standing(case.actuals, year, Nature.ACTUAL)
        before = [each for each in open_years if each <= year]
        if last is not None and last.done and before:
            open_years.discard(max(before))
            first = next(each for each in case.actuals if each.year == year and each.done)
            credit[max(before)] = as_of(first, case.today)
    return credit


def _year(case: Asked, year: int, point: TargetPoint | None, done: date | None) -> YearReckoned:
    if point is None:
        return YearReckoned(year, None, None, None, None, Status.NO_TARGET)
    if done is not None:
        status = Status.MET if done <= last_day(year) else Status.MISSED
        return YearReckoned(year, point, None, None, Decimal(1), status)
    reported = any(each.year == year for each in case.actuals)
    status = Status.MISSED if reported and last_day(year) < case.today else waiting(year, case.today)
    return YearReckoned(year, point, None, None, Decimal(0) if reported else None, status)
