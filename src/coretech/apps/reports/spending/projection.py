"""The S&T budget as a share of GDP: a plan's own table of it, found by what its rows hold, and ways to a target."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from coretech.apps.plans.models import NumberTable, PlanVersion
from coretech.apps.plans.queries import tables_of
from coretech.engines.progress.projection import Checked, Outlook, Row, Scenario, checked, outlook
from coretech.engines.progress.refusals import NotReckoned
from coretech.kit.refusal import bad_input, not_found

_YEAR = re.compile(r"(?:民國)?\s*([0-9]{2,3})\s*年(?:度)?", re.ASCII)
_LEAST_YEARS = 2
_HUNDRED = Decimal(100)
MOST_GROWTH, MOST_SHARE, MOST_YEARS = Decimal(50), Decimal(10), 30
"""In per cent, in per cent, and in years: what a scenario may ask for."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The table as printed, with each year's share reckoned again; ``rows`` in the table's own unit of money."""

    table: NumberTable
    names: tuple[str, str, str]
    rows: tuple[Row, ...]
    checked: tuple[Checked, ...]

    @property
    def first(self) -> Row:
        """Where scenarios begin."""
        return self.rows[0]

    @property
    def usual(self) -> "Asked":
        """What the form asks first: the table's own mean growth, and the share and year it ends at."""
        last = self.rows[-1]
        years = last.year - self.first.year
        share = last.printed if last.printed is not None else round(self.checked[-1].share, 2)
        return Asked(
            gdp_growth=_mean(self.first.gdp, last.gdp, years),
            budget_growth=_mean(self.first.budget, last.budget, years),
            target=share,
            year=last.year,
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A scenario as the form has it: growth a year and the target share in per cent, and the ROC year to reach it."""

    gdp_growth: Decimal
    budget_growth: Decimal
    target: Decimal
    year: int


def projection_of(version: PlanVersion) -> Projection:
    """The plan's table of budget, GDP and share by year.

    Raises:
        Refused: (HTTP 404) for a plan whose document prints none.
    """
    found = next((each for table in tables_of(version) if (each := _read(table)) is not None), None)
    if found is not None:
        return found
    raise not_found(
        "這個計畫的文件沒有科技預算占GDP的推估表。", "The plan's document prints no table of budget and GDP."
    )


def has_projection(tables: Iterable[NumberTable]) -> bool:
    """Whether one of a plan's tables is the one of budget, GDP and share by year."""
    return any(_read(table) is not None for table in tables)


def outlook_of(found: Projection, asked: Asked) -> Outlook:
    """Where the scenario leads, and the growth of the budget that reaches the target.

    Raises:
        Refused: (HTTP 422) for a scenario outside of what can be reckoned with, naming the field.
    """
    for field, growth in (("gdp", asked.gdp_growth), ("budget", asked.budget_growth)):
        if not -MOST_GROWTH <= growth <= MOST_GROWTH:
            raise bad_input(
                field,
                f"年增率請填−{MOST_GROWTH}至{MOST_GROWTH}之間的百分比。",
                f"Growth a year is between −{MOST_GROWTH} and {MOST_GROWTH} per cent.",
            )
    if not 0 < asked.target <= MOST_SHARE:
        raise bad_input(
            "target",
            f"目標占比請填大於0、至多{MOST_SHARE}的百分比。",
            f"The target share is above 0 and at most {MOST_SHARE} per cent.",
        )
    if not found.first.year < asked.year <= found.first.year + MOST_YEARS:
        raise bad_input(
            "year",
            f"目標年請填民國{found.first.year + 1}至{found.first.year + MOST_YEARS}年。",
            f"The target year is ROC {found.first.year + 1} to {found.first.year + MOST_YEARS}.",
        )
    scenario = Scenario(asked.gdp_growth / _HUNDRED, asked.budget_growth / _HUNDRED)
    return outlook(found.first, scenario, asked.target, asked.year)


def growth_of(values: Sequence[Decimal]) -> list[Decimal]:
    """How much each is above the one before, in per cent."""
    return [(after / before - 1) * _HUNDRED for before, after in pairwise(values)]


def _mean(first: Decimal, last: Decimal, years: int) -> Decimal:
    """The even growth a year that leads from one to the other, in per cent to two places."""
    return round(((last / first) ** (Decimal(1) / years) - 1) * _HUNDRED, 2)


def _read(table: NumberTable) -> Projection | None:
    years = [_year(text) for text in table.header[1:]]
    lines = {line[0]: line[1:] for line in table.rows if line}
    budget = _one(lines, "預算")
    gdp = _one(lines, "GDP") or _one(lines, "國內生產毛額")
    share = _one(lines, "占比") or _one(lines, "比率")
    if len(years) < _LEAST_YEARS or None in years or not budget or not gdp or not share:
        return None
    rows = tuple(
        Row(year, Decimal(str(money)), Decimal(str(product)), None if part is None else Decimal(str(part)))
        for year, money, product, part in zip(years, lines[budget], lines[gdp], lines[share], strict=False)
        if year is not None and money is not None and product is not None
    )
    try:
        return (
            Projection(table, (budget, gdp, share), rows, checked(rows))
            if len(rows) >= _LEAST_YEARS
            else None
        )
    except NotReckoned:
        return None


def _one(lines: dict[str, Sequence[float | None]], word: str) -> str:
    """The one line whose name holds a word; none where none or several do."""
    found = [name for name in lines if word in str(name)]
    return found[0] if len(found) == 1 else ""


def _year(text: object) -> int | None:
    match = _YEAR.fullmatch(str(text).strip())
    return None if match is None else int(match[1])
