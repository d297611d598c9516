"""Opening the quarter, or the year, that was over last: in January, April, July and October."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.reports.cycle.periods import period_before
from coretech.apps.reports.models import ReportingPeriod, Steering
from coretech.apps.reports.operations.open_period import open_period
from coretech.kit.refusal import Refused
from coretech.law.access import Role, Standing

_QUARTERLY = frozenset({1, 4, 7, 10})
_YEARLY = frozenset({1})


def open_due() -> int:
    """Open, in the controller's name, every plan's period that is due and not open yet; says how many."""
    at = now()
    newest = (
        Steering.objects.order_by("plan_id", "-pk").distinct("plan_id").select_related("controller", "plan")
    )
    return sum(_opened(Acting(at=at, username="system", via="daily job"), each) for each in newest)


def _opened(by: Acting, steering: Steering) -> bool:
    """Whether the plan's period was opened now; one that lies outside the plan's years, or finds no agency, is none."""
    yearly = steering.cycle == Steering.Cycle.YEARLY
    if by.today.month not in (_YEARLY if yearly else _QUARTERLY):
        return False
    year, quarter = period_before(by.today, yearly=yearly)
    if ReportingPeriod.objects.filter(plan=steering.plan, year=year, quarter=quarter).exists():
        return False
    standing = Standing(
        frozenset({Role.PUBLIC, Role.CONTROLLER}), controls=frozenset({steering.controller.code})
    )
    controller = Acting(at=by.at, username=by.username, standing=standing, via=by.via)
    try:
        open_period(controller, steering.plan.slug, year, quarter)
    except Refused:
        return False
    return True
