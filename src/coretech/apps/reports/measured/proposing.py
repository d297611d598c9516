"""Writing proposed indicators: one row each with its first definition, marked as proposed."""

import datetime as dt

from django.db.models import Model

from coretech.apps.plans.models import PlanVersion
from coretech.apps.reports.measured.proposed import Proposed
from coretech.apps.reports.models import Indicator, IndicatorDefinition, IndicatorTarget
from coretech.kit.roc import roc_year


def write_proposals(version: PlanVersion, proposals: list[Proposed], at: dt.datetime) -> list[Model]:
    """Write them all; gives back every row that was written."""
    indicators = Indicator.objects.bulk_create(
        Indicator(
            plan=version.plan,
            key=each.key,
            element_key="" if each.target.parent is None else each.target.parent.key,
            target_key=each.target.key,
        )
        for each in proposals
    )
    definitions = IndicatorDefinition.objects.bulk_create(
        _definition(indicator, each, version, at)
        for indicator, each in zip(indicators, proposals, strict=True)
    )
    targets = IndicatorTarget.objects.bulk_create(
        IndicatorTarget(
            definition=definition,
            year=year.year,
            value=year.value,
            upper=year.upper,
            comparator=year.comparator,
            words=year.words,
            line=each.target.line,
        )
        for definition, each in zip(definitions, proposals, strict=True)
        for year in each.years
    )
    return [*indicators, *definitions, *targets]


def _definition(
    indicator: Indicator, proposed: Proposed, version: PlanVersion, at: dt.datetime
) -> IndicatorDefinition:
    years = [each.year for each in proposed.years] or [roc_year(at.year)]
    return IndicatorDefinition(
        indicator=indicator,
        number=1,
        name=proposed.name,
        kind=proposed.kind.value,
        direction=proposed.direction.value,
        unit=proposed.unit,
        start=min([*years, *([version.start] if version.start is not None else [])]),
        end=max([*years, *([version.end] if version.end is not None else [])]),
        version=version,
        proposed=True,
        reason_zh=proposed.reason.zh,
        reason_en=proposed.reason.en,
        recorded_at=at,
    )
