"""Restating a figure: the new one counts from now on, and the old one stays on record."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Plan
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.measured.indicators import find_indicator
from coretech.apps.reports.measured.observed import Figure, columns_of
from coretech.apps.reports.models import Indicator, Observation
from coretech.kit.refusal import bad_input, not_found, wrong_state
from coretech.law.access import Action


def check(by: Acting, plan: Plan) -> None:
    """Whether this person checks what is reported on the plan."""
    allow(by, Action.CHECK_SHEET, matter_of(plan))


@operation
def restate_observation(by: Acting, slug: str, key: str, old: int, figure: Figure) -> Act:
    """Write the figure in the place of an older one of the same period, with why."""
    stated = find_indicator(slug, key, by.today)
    check(by, stated.indicator.plan)
    if not figure.why.strip():
        raise bad_input("why", "請說明為什麼重述；會公開。", "Say why it is restated; this is public.")
    columns = columns_of(stated.definition, figure, by.today)
    hold(f"observations:{stated.indicator.pk}")
    before = restated(stated.indicator, old)
    _require_same_period(before, figure)
    kept = {"period_id": before.period_id, "restates": before, "recorded_at": by.at}
    written = Observation.objects.create(indicator=stated.indicator, **kept, **columns)
    return record(
        by,
        "indicator.restated",
        f"plan/{slug}",
        public={"indicator": key, "year": figure.year, "quarter": figure.quarter, "restates": before.pk},
        rows=[written],
        why=figure.why,
    )


def restated(indicator: Indicator, old: int) -> Observation:
    """The figure to restate.

    Raises:
        Refused: (HTTP 404) where the indicator has none of this number; (HTTP 409) where it was restated before.
    """
    before = Observation.objects.filter(indicator=indicator, pk=old).select_related("restated_by").first()
    if before is None:
        raise not_found("這項指標沒有這筆數值。", "The indicator has no such figure.")
    if hasattr(before, "restated_by"):
        raise wrong_state(
            "這筆數值剛被重述過；請看過新值再決定。",
            "This figure has just been restated; look at the new one first.",
        )
    return before


def _require_same_period(before: Observation, figure: Figure) -> None:
    if (before.year, before.quarter, before.nature) != (figure.year, figure.quarter, figure.nature.value):
        raise bad_input(
            "year",
            "重述的數值須屬同一期、同一性質；其他期請另行登錄。",
            "A restated figure is of the same period and nature; enter another period's by itself.",
        )
