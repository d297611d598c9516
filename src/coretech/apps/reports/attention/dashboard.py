"""A dashboard: first the few things that need attention, then how many there are of each kind, by plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coretech.apps.plans.models import Element
from coretech.apps.reports.attention.rules import AnyRule, Kind, Noted, PlanLine, Scope, among, the_few
from coretech.apps.reports.models import BudgetFigure, Entry
from coretech.kit.roc import roc_year

Names = Mapping[tuple[int, str], str]
"""What elements are called, by plan and key."""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What one reader sees: ``counts`` are by kind and plan, with 0 in place of a plan for what has none."""

    scope: Scope
    rules: tuple[AnyRule, ...]
    few: tuple[Noted, ...]
    counts: Mapping[Kind, Mapping[int, int]]
    names: Names

    def total(self, kind: Kind) -> int:
        """How many there are of a kind."""
        return sum(self.counts.get(kind, {}).values())

    def of_plan(self, kind: Kind, plan: int) -> int:
        """How many of them belong to a plan."""
        return self.counts.get(kind, {}).get(plan, 0)

    @property
    def plans(self) -> list[PlanLine]:
        """The plans, those with the heaviest matters first."""
        heaviest = [rule.kind for rule in self.rules if rule.weight and rule.plan]
        return sorted(
            self.scope.plans.values(),
            key=lambda line: tuple(-self.of_plan(kind, line.id) for kind in heaviest),
        )


def dashboard_of(scope: Scope, rules: Sequence[AnyRule]) -> Dashboard:
    """A dashboard by these rules, in a number of queries that depends on the rules alone."""
    told = tuple(rule for rule in rules if rule.applies(scope))
    counts = {rule.kind: rule.by_plan(scope) for rule in told}
    pressing = [rule for rule in told if rule.weight and counts[rule.kind]]
    few = the_few((rule.weight, noted) for rule in pressing for noted in rule.first(scope))
    return Dashboard(scope, told, tuple(few), counts, names_of(few))


def names_of(found: Iterable[Noted]) -> Names:
    """What the elements of some notes are called, by the newest version that has them; one query."""
    wanted = {(each.plan, each.element_key) for each in found if each.plan is not None and each.element_key}
    if not wanted:
        return {}
    rows = Element.objects.filter(
        version__plan__in={plan for plan, _ in wanted}, key__in={key for _, key in wanted}
    )
    told = rows.order_by("version__version").values_list("version__plan_id", "key", "code", "title")
    return {(plan, key): f"{code} {title}".strip() for plan, key, code, title in told}


def is_demonstration(scope: Scope) -> bool:
    """Whether anything reported in the scope's newest periods, or of last year's money, is made up."""
    entries = Entry.objects.filter(among("sheet__period", scope.periods), work_key="", demonstration=True)
    money = BudgetFigure.objects.filter(
        among("plan", scope.plans), year=roc_year(scope.day.year) - 1, demonstration=True
    )
    return entries.exists() or money.exists()
