"""Short ways to say targets and reports; the term is the ROC years 110 to 113, 1,461 days."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from coretech.engines.progress.figures import Comparator, Definition, Observed, TargetPoint
from coretech.engines.progress.kinds import Direction, Kind, Nature
from coretech.engines.progress.reckoning import Reckoned, reckon

START, END = date(2021, 1, 1), date(2024, 12, 31)
MIDSUMMER_112 = date(2023, 6, 30)
"""The 181st day of its year, the 911th of the term."""

D = Decimal
FIGURES = st.integers(0, 60).map(Decimal)
DAYS = st.dates(date(2020, 6, 1), date(2025, 6, 1))
YEARS = st.integers(110, 113)


def defined(
    kind: Kind, direction: Direction = Direction.HIGHER, baseline: int | None = None, unit: str = "件"
) -> Definition:
    return Definition(kind, direction, unit, None if baseline is None else D(baseline), START, END)


def targets(**by_year: str | int | None) -> tuple[TargetPoint, ...]:
    """``targets(y110=4, y111="2-3", y112=None)``: a figure, a range, a dash."""
    return tuple(_target(int(year[1:]), value) for year, value in by_year.items())


def _target(year: int, value: str | int | None) -> TargetPoint:
    if value is None:
        return TargetPoint(year, None)
    low, _, high = str(value).partition("-")
    return TargetPoint(year, D(low), D(high) if high else None)


def words(*years: int) -> tuple[TargetPoint, ...]:
    return tuple(TargetPoint(year, None, None, Comparator.PLAIN, "完成") for year in years)


def actual(year: int, value: str | int | None, quarter: int | None = None) -> Observed:
    return Observed(year, quarter, None if value is None else D(value), Nature.ACTUAL)


def forecast(year: int, value: str | int) -> Observed:
    return Observed(year, None, D(value), Nature.FORECAST)


def said(year: int, *, done: bool, quarter: int | None = None) -> Observed:
    return Observed(year, quarter, None, Nature.ACTUAL, done)


@st.composite
def reports(draw: st.DrawFn) -> list[Observed]:
    """Actuals, each period at most once, some with a dash."""
    periods = draw(
        st.sets(st.tuples(YEARS, st.sampled_from([None, 1, 2, 3, 4])), max_size=8).map(
            lambda found: sorted(found, key=str)
        )
    )
    return [
        Observed(year, quarter, draw(st.none() | FIGURES), Nature.ACTUAL, draw(st.none() | st.booleans()))
        for year, quarter in periods
    ]


@st.composite
def plans(draw: st.DrawFn) -> list[TargetPoint]:
    """A target for some of the years: a figure, a range, or a dash with or without words."""
    found = []
    for year in sorted(draw(st.sets(YEARS, max_size=4))):
        value = draw(st.none() | FIGURES)
        wide = None if value is None else draw(st.none() | FIGURES)
        upper = None if wide is None or value is None else value + wide
        comparator = draw(st.sampled_from(Comparator))
        found.append(TargetPoint(year, value, upper, comparator, draw(st.sampled_from(["", "完成"]))))
    return found


def definitions() -> st.SearchStrategy[Definition]:
    return st.builds(
        defined, st.sampled_from(Kind), st.sampled_from(Direction), st.none() | st.integers(0, 60)
    )


@dataclass(frozen=True)
class Case:
    """All that a reckoning is asked with."""

    definition: Definition
    plan: list[TargetPoint]
    seen: list[Observed]
    today: date

    def reckoned(self) -> Reckoned:
        return reckon(self.definition, self.plan, self.seen, self.today)


def cases() -> st.SearchStrategy[Case]:
    return st.builds(Case, definitions(), plans(), reports(), DAYS)
