"""Entering a figure outside a sheet: the controller's own source, or a year before reporting began."""

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
from coretech.apps.reports.measured.observing import said_before
from coretech.apps.reports.models import Observation
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, plan: Plan) -> None:
    """Whether this person checks what is reported on the plan."""
    allow(by, Action.CHECK_SHEET, matter_of(plan))


@operation
def record_observation(by: Acting, slug: str, key: str, figure: Figure) -> Act:
    """Write the figure; one that is there already for its period is restated instead, never written twice."""
    stated = find_indicator(slug, key, by.today)
    check(by, stated.indicator.plan)
    columns = columns_of(stated.definition, figure, by.today)
    hold(f"observations:{stated.indicator.pk}")
    if said_before(stated.indicator, figure.year, figure.quarter, figure.nature.value) is not None:
        raise wrong_state(
            "這一期已有數值；要更正請用「重述」，原值會保留。",
            "The period has its figure already; restate it to put it right, and the old one stays on record.",
        )
    written = Observation.objects.create(indicator=stated.indicator, recorded_at=by.at, **columns)
    return record(
        by,
        "indicator.observed",
        f"plan/{slug}",
        public={"indicator": key, "year": figure.year, "quarter": figure.quarter, "nature": written.nature},
        rows=[written],
        why=figure.why,
    )
