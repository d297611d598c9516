"""Counted anew each year: the years may be added, since none contains another."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from coretech.engines.progress import keeping
from coretech.engines.progress.pace import NO_WAY, expected_end
from coretech.engines.progress.reckoned import Whole, YearReckoned
from coretech.engines.progress.said import plain, share
from coretech.engines.progress.spans import as_of, part_of_year
from coretech.engines.progress.years import Asked, only_rises
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    "進度＝各年實績之和 ÷ 各年目標之和；至今應有＝（已過各年目標＋本年目標 × 本年已過日數比）÷ 各年目標之和。"
    "某年超出的部分可補他年不足，各年達成與否另列。",
    "Progress = sum of the years' actuals ÷ sum of the years' targets; due by now = (targets of the years that"
    " are over + this year's × the share of its days that are over) ÷ sum of the years' targets. More in one"
    " year makes up for less in another; whether each year was met is told apart.",
)


def formula(case: Asked) -> Sentence:
    """A ceiling or a band is kept or not each year; only what may grow without end is added."""
    return FORMULA if only_rises(case.definition.direction) else keeping.FORMULA


def whole(case: Asked, found: Sequence[YearReckoned]) -> Whole:
    """The share of all the years' targets; no share where their sum is not above zero."""
    if not only_rises(case.definition.direction):
        return keeping.whole(case, found)
    total = sum((point.value or Decimal(0) for point in case.figured), Decimal(0))
    if total <= 0:
        return Whole(None, None, None, NO_WAY, ())
    done = [year.actual for year in found if year.actual is not None]
    progress = sum(done, Decimal(0)) / total if done else None
    due = _due(case)
    end, rule = expected_end(_track(case, found, total), case.definition.start)
    return Whole(progress, due / total, end, rule, _steps(done, total, due))


def _due(case: Asked) -> Decimal:
    parts = (
        (point.value or Decimal(0)) * part_of_year(case.definition, point.year, case.today)
        for point in case.figured
    )
    return sum(parts, Decimal(0))


def _track(case: Asked, found: Sequence[YearReckoned], total: Decimal) -> list[tuple[date, Decimal]]:
    """The sum reached by the end of each year's latest figure, as a share."""
    latest = {each.year: as_of(each, case.today) for each in case.actuals if each.quarter is not None}
    latest |= {each.year: as_of(each, case.today) for each in case.actuals if each.quarter is None}
    track, so_far = [], Decimal(0)
    for year in found:
        if year.actual is not None:
            so_far += year.actual
            track.append((latest[year.year], so_far / total))
    return track


def _steps(done: list[Decimal], total: Decimal, due: Decimal) -> tuple[Sentence, ...]:
    """Both divisions with their figures."""
    expected = f"{plain(due)} ÷ {plain(total)} = {share(due / total)}"
    steps = [Sentence(f"至今應有：{expected}", f"Due by now: {expected}")]
    if done:
        added = " + ".join(map(plain, done))
        reached = f"({added}) ÷ {plain(total)} = {share(sum(done, Decimal(0)) / total)}"
        steps.insert(0, Sentence(f"進度：{reached}", f"Progress: {reached}"))
    return tuple(steps)
