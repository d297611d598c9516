"""How dropped elements of a plan ended: their last published light and the last actuals of their indicators."""

from collections.abc import Collection
from dataclasses import dataclass

from coretech.apps.plans.models import Plan
from coretech.apps.reports.cycle.periods import order_of
from coretech.apps.reports.models import Indicator, MeasureStanding, Observation, ReportingPeriod
from coretech.engines.progress.kinds import Nature
from coretech.engines.progress.lights import Light


@dataclass(frozen=True, slots=True)
class Ended:
    """The last published standing of an element, None where none was; and each indicator's last actual by its name."""

    light: Light | None
    period: ReportingPeriod | None
    actuals: tuple[tuple[str, Observation], ...]


def endings_of(plan: Plan, keys: Collection[str], last_version: int) -> dict[str, Ended]:
    """By the element's key; only what was reported against versions up to ``last_version`` is of it."""
    standings = MeasureStanding.objects.filter(
        period__plan=plan, period__version__version__lte=last_version, element_key__in=keys, agency=None
    )
    newest: dict[str, MeasureStanding] = {}
    for each in standings.select_related("period").order_by("pk"):
        had = newest.get(each.element_key)
        if had is None or order_of(had.period) <= order_of(each.period):
            newest[each.element_key] = each
    actuals = _actuals(plan, keys, last_version)
    return {
        key: Ended(
            Light(newest[key].light) if key in newest else None,
            newest[key].period if key in newest else None,
            tuple(actuals.get(key, ())),
        )
        for key in keys
    }


def _actuals(
    plan: Plan, keys: Collection[str], last_version: int
) -> dict[str, list[tuple[str, Observation]]]:
    found: dict[str, list[tuple[str, Observation]]] = {}
    indicators = Indicator.objects.filter(plan=plan, element_key__in=keys).order_by("pk")
    for each in indicators.prefetch_related("definitions"):
        rows = each.observations.filter(nature=Nature.ACTUAL.value, restated_by=None)
        rows = rows.exclude(period__version__version__gt=last_version)
        last = rows.order_by("year", "quarter", "pk").last()
        if last is not None:
            newest = max(each.definitions.all(), key=lambda definition: definition.number)
            found.setdefault(each.element_key, []).append((f"{newest.name}（{newest.unit}）", last))
    return found
