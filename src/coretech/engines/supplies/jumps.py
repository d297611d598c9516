"""Implausible jumps: a figure that changed more than its own series ever makes likely."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from coretech.engines.supplies.figures import NAMES, Figure, Return
from coretech.engines.supplies.robust import usual_change
from coretech.engines.supplies.wording import shown, span
from coretech.kit.sentence import Sentence

THRESHOLD = Decimal("3.5")
"""Scores above this are outliers, as Iglewicz and Hoaglin advise."""
LEAST = 8
"""Changes that must be there before their spread says anything. Our judgement."""
_FLOWS = frozenset(Figure) - {Figure.STOCK, Figure.PRICE}


@dataclass(frozen=True, slots=True)
class Jump:
    """A figure to be asked about; of a flow ``before`` and ``value`` are those of a day, for periods vary."""

    told: Return
    figure: Figure
    before: Decimal
    value: Decimal
    score: Decimal
    formula: Sentence
    steps: tuple[Sentence, ...]


_FORMULA = Sentence(
    "分數＝|變動|÷（歷次變動絕對值之中位數÷0.6745）；與前一期及前一個合理值相比均高於門檻者列出；流量以每日計",
    "score = |change| ÷ (the median size of its changes ÷ 0.6745); named where it is above the threshold both from the "
    "period before and from the last plausible value; flows are reckoned per day",
)


def jumps(
    returns: Iterable[Return], figure: Figure, threshold: Decimal = THRESHOLD
) -> tuple[Jump, ...] | None:
    """The periods whose figure is implausible, in order; None where there are too few to tell.

    A single wrong value is named once, and the return to the old level is not; a new level that stays is named once.
    """
    series = _series(returns, figure)
    changes = [now - before for (_, before), (_, now) in pairwise(series)]
    if len(changes) < LEAST:
        return None
    return _found(series, figure, usual_change(changes), threshold)


def _series(returns: Iterable[Return], figure: Figure) -> list[tuple[Return, Decimal]]:
    ordered = sorted(returns, key=lambda each: each.period_end)
    return [
        (each, value / each.days if figure in _FLOWS else value)
        for each in ordered
        if (value := each.figure(figure)) is not None
    ]


def _found(
    series: Sequence[tuple[Return, Decimal]], figure: Figure, usual: Decimal, threshold: Decimal
) -> tuple[Jump, ...]:
    found: list[Jump] = []
    plausible = series[0][1]
    for (_, before), (told, now) in pairwise(series):
        least = min(abs(now - before), abs(now - plausible))
        if least <= threshold * usual:
            plausible = now
        else:
            found.append(_jump(told, figure, (before, now), usual))
    return tuple(found)


def _jump(told: Return, figure: Figure, values: tuple[Decimal, Decimal], usual: Decimal) -> Jump:
    before, now = values
    score = abs(now - before) / usual
    days, name = span(told.period_start, told.period_end), NAMES[figure]
    change = f"{shown(now, 3)} − {shown(before, 3)} = {shown(now - before, 3)}"
    sum_ = f"{shown(abs(now - before), 3)} ÷ {shown(usual, 3)} = {shown(score)}"
    steps = (
        Sentence(f"{days.zh}{name.zh}變動：{change}", f"change of {name.en}, {days.en}: {change}"),
        Sentence(f"分數：{sum_}", f"score: {sum_}"),
    )
    return Jump(told, figure, before, now, score, _FORMULA, steps)
