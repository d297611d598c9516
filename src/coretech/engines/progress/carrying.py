"""The whole of a figure that carries on from year to year: its latest value against the last target."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coretech.engines.progress.band import aim, band
from coretech.engines.progress.figures import TargetPoint
from coretech.engines.progress.kinds import Direction
from coretech.engines.progress.pace import NO_WAY, REACHED, Track, expected_end
from coretech.engines.progress.path import due, planned, share_from, way
from coretech.engines.progress.reckoned import Whole
from coretech.engines.progress.said import aim as said_aim
from coretech.engines.progress.said import plain, share
from coretech.engines.progress.spans import as_of
from coretech.engines.progress.years import Asked
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class _Goal:
    """The last target, and the start that progress is told from; None where there is no way from it."""

    point: TargetPoint
    start: Decimal | None
    direction: Direction

    def share(self, value: Decimal) -> Decimal | None:
        """How much of the goal a figure is."""
        within = band(self.point, self.direction)
        return None if within is None else share_from(self.start, self.point, within, value, self.direction)

    def shown(self, zh: str, en: str, value: Decimal) -> Sentence:
        """One share with the figures it was reckoned from."""
        part, goal = share(self.share(value)), aim(self.point, self.direction)
        if self.start is not None and goal is not None:
            begin = plain(self.start)
            sum_ = f"({plain(value)} − {begin}) ÷ ({plain(goal)} − {begin}) = {part}"
            return Sentence(f"{zh}：{sum_}", f"{en}: {sum_}")
        printed = said_aim(self.point)
        return Sentence(
            f"{zh}：數值 {plain(value)}，目標 {printed}，得 {part}",
            f"{en}: figure {plain(value)}, target {printed}: {part}",
        )


def whole(case: Asked, start: Decimal | None) -> Whole:
    """The latest actual's share of the last target, and what the plan has due; never a sum of years."""
    if not case.figured:
        return Whole(None, None, None, NO_WAY, ())
    goal = _goal(case, start)
    reported = [(as_of(each, case.today), each.value) for each in case.actuals if each.value is not None]
    track = [(day, part) for day, value in reported if (part := goal.share(value)) is not None]
    due_now = due(planned(case, goal.start), case.today)
    end, rule = _end(goal, track, case.definition.start)
    steps: list[Sentence] = []
    if reported:
        steps.append(goal.shown("進度", "Progress", reported[-1][1]))
    if due_now is not None:
        steps.append(goal.shown("至今應有", "Due by now", due_now))
    expected = None if due_now is None else goal.share(due_now)
    return Whole(track[-1][1] if track else None, expected, end, rule, tuple(steps))


def _goal(case: Asked, start: Decimal | None) -> _Goal:
    """The last target; a start that already lies at or beyond it is no start."""
    point, direction = case.figured[-1], case.definition.direction
    figure = aim(point, direction)
    leads = figure is not None and way(start, figure, direction) is not None
    return _Goal(point, start if leads else None, direction)


def _end(goal: _Goal, track: Track, start: date) -> tuple[date | None, Sentence]:
    """By the pace so far where there is a way from a start; else only whether it is reached."""
    if goal.start is not None:
        return expected_end(track, start)
    if track and track[-1][1] >= 1:
        return next(day for day, part in track if part >= 1), REACHED
    return None, NO_WAY
