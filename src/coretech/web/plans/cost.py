"""What a plan costs by industry and year; a parent's printed amount or its parts' sum, never both."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import BudgetLine, PlanVersion
from coretech.apps.plans.queries import budget_of, version_of
from coretech.apps.reports.revisions.elements import Tree, tree_of
from coretech.engines.progress.budgets import Amount, Budget, budgets
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.plans.words import chinese, element_link, year_heading
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

SUM = Sentence("合計", "Total")
FORMULA = Sentence(
    "每一列以文件載列的金額為準；沒有載列者以其下各項之和代替，兩者不相加。合計只加最上層，因此同一筆錢只計一次。",
    "Each line is the amount printed in the document, or the sum of what is below it where none is printed, never both."
    " The total adds the topmost lines alone, so that no money is counted twice.",
)
HUNDRED_MILLION = Decimal(100_000_000)
_TABLE = tuple[tuple[Column, ...], list[list[object]]]


@dataclass(frozen=True, slots=True)
class Cost:
    """The amounts in NT dollars by year and element's key, with the version's tree."""

    years: list[int]
    by_year: Mapping[int, Mapping[str, Budget]]
    rows: list[str]
    tree: Tree
    names: Mapping[str, str]

    def amount(self, key: str, year: int) -> Decimal | None:
        """An element's budget in a year."""
        found = self.by_year[year].get(key)
        return None if found is None else found.amount

    def total(self, key: str) -> Decimal:
        """An element's budget over the years, which do not contain each other."""
        return sum((self.amount(key, year) or Decimal(0) for year in self.years), Decimal(0))


def cost_of(version: PlanVersion) -> Cost | None:
    """What the version's document prints, put into its tree; None where it prints nothing."""
    lines = list(budget_of(version))
    if not lines:
        return None
    tree = tree_of(version)
    keys = {each.pk: each.key for each in tree.by_key.values()}
    printed = _printed(lines, keys)
    years = sorted({line.year for line in lines})
    by_year = {year: budgets(_amounts(tree, keys, printed, year)) for year in years}
    rows = list(dict.fromkeys(_key_of(line, keys) for line in lines))
    return Cost(years, by_year, rows, tree, {_key_of(line, keys): line.under for line in lines})


def cost_table(version: PlanVersion) -> _TABLE | None:
    """The same as a table, with a line of totals."""
    cost = cost_of(version)
    return None if cost is None else _table(version, cost)


@require_safe
def plan_cost(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """What the plan costs, as a chart and as a table. Public; HTTP 404 for a plan that prints no budget."""
    allow(acting(request), Action.READ_PLAN)
    version = version_of(plan_slug)
    cost = cost_of(version)
    if cost is None:
        raise not_found("這個計畫的文件沒有載列經費。", "The plan's document prints no budget.")
    columns, rows = _table(version, cost)
    context = {
        "version": version,
        "columns": columns,
        "rows": rows,
        "formula": FORMULA,
        "disagreements": [
            (year, chinese(_name(cost, key)), found.disagreement.sentence)
            for year, of in cost.by_year.items()
            for key, found in of.items()
            if found.disagreement is not None
        ],
    }
    return render(request, "plans/cost.jinja", context)


def _printed(lines: list[BudgetLine], keys: Mapping[int, str]) -> dict[tuple[str, int], Decimal]:
    """The printed amounts by element and year; two lines of the same are parts of one amount."""
    found: dict[tuple[str, int], Decimal] = {}
    for line in lines:
        place = (_key_of(line, keys), line.year)
        found[place] = found.get(place, Decimal(0)) + Decimal(str(line.amount)) * HUNDRED_MILLION
    return found


def _key_of(line: BudgetLine, keys: Mapping[int, str]) -> str:
    """The element's key; what the document names without an element has its own name for one."""
    return keys.get(line.parent_id or 0, line.under)


def _amounts(
    tree: Tree, keys: Mapping[int, str], printed: Mapping[tuple[str, int], Decimal], year: int
) -> list[Amount]:
    inside = [
        Amount(each.key, keys.get(each.parent_id or 0), printed.get((each.key, year)))
        for each in tree.by_key.values()
    ]
    outside = [
        Amount(key, None, amount)
        for (key, of), amount in printed.items()
        if of == year and key not in tree.by_key
    ]
    return [*inside, *outside]


def _table(version: PlanVersion, cost: Cost) -> _TABLE:
    columns = (
        Column(Sentence("產業", "Industry")),
        *(Column(year_heading(year), numeric=True) for year in cost.years),
        Column(SUM, numeric=True),
    )
    rows: list[list[object]] = [
        [
            _linked(version, cost, key),
            *(_shown(cost.amount(key, year)) for year in cost.years),
            _shown(cost.total(key)),
        ]
        for key in cost.rows
    ]
    tops = _tops(cost)
    by_year = [sum((cost.amount(key, year) or Decimal(0) for key in tops), Decimal(0)) for year in cost.years]
    rows.append([say(SUM), *map(_shown, by_year), _shown(sum(by_year, Decimal(0)))])
    return columns, rows


def _tops(cost: Cost) -> list[str]:
    """What is added for the whole: what hangs on nothing."""
    outside = [key for key in cost.rows if key not in cost.tree.by_key]
    return [*(each.key for each in cost.tree.tops), *outside]


def _linked(version: PlanVersion, cost: Cost, key: str) -> Markup:
    element = cost.tree.by_key.get(key)
    return chinese(cost.names[key]) if element is None else element_link(version, element)


def _name(cost: Cost, key: str) -> str:
    element = cost.tree.by_key.get(key)
    return key if element is None else element.title


def _shown(value: Decimal | None) -> str:
    """An amount in hundreds of millions, as such plans print them."""
    return "–" if value is None else f"{value / HUNDRED_MILLION:,.2f}"
