"""An indicator's progress, pace and expected end, by the formula of its kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from coretech.engines.progress import annual, cumulative, level, milestone, qualitative, recurring
from coretech.engines.progress import range as ranges
from coretech.engines.progress.figures import Definition, Observed, TargetPoint
from coretech.engines.progress.kinds import Kind
from coretech.engines.progress.observing import told_once
from coretech.engines.progress.reckoned import Reckoned, Status, Whole, YearReckoned
from coretech.engines.progress.years import Asked, asked, years
from coretech.kit.sentence import Sentence

__all__ = ["Reckoned", "Status", "YearReckoned", "reckon"]

Years = tuple[YearReckoned, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """How a kind is reckoned: its years, the whole from them, and the formula that says so."""

    years: Callable[[Asked], Years]
    whole: Callable[[Asked, Sequence[YearReckoned]], Whole]
    formula: Callable[[Asked], Sentence]


_WAYS = {
    Kind.ANNUAL: _Way(years, annual.whole, annual.formula),
    Kind.CUMULATIVE: _Way(
        lambda case: years(case, cumulative.share(case)), cumulative.whole, cumulative.formula
    ),
    Kind.LEVEL: _Way(lambda case: years(case, level.share(case)), level.whole, level.formula),
    Kind.RANGE: _Way(years, ranges.whole, ranges.formula),
    Kind.RECURRING: _Way(years, recurring.whole, recurring.formula),
    Kind.MILESTONE: _Way(milestone.years, milestone.whole, milestone.formula),
    Kind.QUALITATIVE: _Way(qualitative.years, qualitative.whole, qualitative.formula),
}


def reckon(
    definition: Definition, targets: Sequence[TargetPoint], observed: Sequence[Observed], today: date
) -> Reckoned:
    """How an indicator stands on a day.

    All figures are in the definition's unit. Of restated figures the caller gives the last one only; a quarter's figure
    is the year so far. Forecasts stand beside the actuals and change none of them; an actual of a year that has not
    begun is left out.

    Raises:
        Repeated: where a period is given twice, or a year has two targets.
    """
    told_once(observed, targets)
    case, way = asked(definition, targets, observed, today), _WAYS[definition.kind]
    found = way.years(case)
    whole = way.whole(case, found)
    return Reckoned(
        definition.kind,
        found,
        whole.progress,
        whole.expected,
        whole.expected_end,
        whole.end_rule,
        way.formula(case),
        whole.steps,
    )
