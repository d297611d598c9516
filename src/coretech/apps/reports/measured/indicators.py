"""A plan's indicators with what they mean, what they want and what was observed, and how they stand on a day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.db.models import Model, QuerySet

from coretech.apps.plans.models import Plan
from coretech.apps.reports.measured.observing import counting, definition_of, observed_of, points_of
from coretech.apps.reports.models import Indicator, IndicatorDefinition, IndicatorTarget, Observation
from coretech.apps.reports.revisions.keys import borne_by
from coretech.engines.progress.kinds import Kind
from coretech.engines.progress.reckoning import Reckoned, reckon
from coretech.kit.refusal import not_found

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Stated:
    """An indicator by its newest definition, with that one's targets and the observations that count."""

    indicator: Indicator
    definition: IndicatorDefinition
    targets: list[IndicatorTarget]
    observations: list[Observation]
    day: dt.date

    @cached_property
    def reckoned(self) -> Reckoned:
        """How it stands on the day."""
        return reckon(
            definition_of(self.definition), points_of(self.targets), observed_of(self.observations), self.day
        )

    @property
    def kind(self) -> Kind:
        """Which sort of figure it is."""
        return Kind(self.definition.kind)

    @property
    def demonstration(self) -> bool:
        """Whether any figure that counts is made up."""
        return any(each.demonstration for each in self.observations)


def indicators_of(plan: Plan, day: dt.date, element_keys: Iterable[str] | None = None) -> list[Stated]:
    """All indicators of a plan, or those of some elements under whatever code, in the order they came."""
    rows = Indicator.objects.filter(plan=plan).select_related("plan").order_by("pk")
    if element_keys is not None:
        rows = rows.filter(element_key__in=borne_by(plan, element_keys))
    return _stated(rows, day)


def find_indicator(slug: str, key: str, day: dt.date) -> Stated:
    """One indicator.

    Raises:
        Refused: (HTTP 404) where the plan has none of this key.
    """
    rows = Indicator.objects.filter(plan__slug=slug, key=key).select_related("plan")
    found = _stated(rows, day)
    if not found:
        raise not_found(
            "這個計畫沒有這項指標；請由計畫的指標頁選擇。",
            "The plan has no such indicator; choose one on the page of its indicators.",
        )
    return found[0]


def definitions_of(indicator: Indicator) -> QuerySet[IndicatorDefinition]:
    """What the indicator meant over time, the newest first."""
    return indicator.definitions.select_related("version").order_by("-number")


def told_over_time(indicator: Indicator) -> QuerySet[Observation]:
    """Everything that was ever observed, restated figures too, in the order of the periods."""
    return indicator.observations.select_related("period", "restated_by", "restates").order_by(
        "year", "quarter", "nature", "pk"
    )


def _stated(rows: QuerySet[Indicator], day: dt.date) -> list[Stated]:
    indicators = list(rows)
    newest = {
        each.indicator_id: each
        for each in IndicatorDefinition.objects.filter(indicator__in=indicators)
        .order_by("indicator_id", "-number")
        .distinct("indicator_id")
    }
    targets = _by(
        "definition_id", IndicatorTarget.objects.filter(definition__in=newest.values()).order_by("year")
    )
    observations = _by("indicator_id", counting().filter(indicator__in=indicators).order_by("pk"))
    return [
        Stated(each, newest[each.pk], targets[newest[each.pk].pk], observations[each.pk], day)
        for each in indicators
    ]


def _by(name: str, rows: Iterable[M]) -> dict[int, list[M]]:
    found: dict[int, list[M]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found
