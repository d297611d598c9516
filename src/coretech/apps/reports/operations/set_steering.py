"""Naming the agency that controls a plan, and how often it hears."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Agency
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.models import Steering
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

LONGEST_WHY = 2000
MOST_DAYS = 90


def check(by: Acting) -> None:
    """Whether this person names controllers."""
    allow(by, Action.STEER_PLAN)


@operation
def set_steering(  # noqa: PLR0913 - what a decision on steering says
    by: Acting, plan_slug: str, controller: str, cycle: str, *, days: int = 15, why: str = ""
) -> Act:
    """Write the decision; the one before stays on record."""
    check(by)
    plan = version_of(plan_slug).plan
    agency = _sound(controller, cycle, days, why)
    made = Steering.objects.create(
        plan=plan, controller=agency, cycle=cycle, days=days, why=why.strip(), recorded_at=by.at
    )
    public = {"plan": plan.slug, "controller": agency.code, "cycle": cycle, "days": days}
    return record(by, "plan.steered", f"plan/{plan.slug}", public=public, rows=[made], why=made.why)


def _sound(controller: str, cycle: str, days: int, why: str) -> Agency:
    agency = Agency.objects.filter(code=controller).first()
    if agency is None:
        raise bad_input("controller", "沒有這個機關代碼。", "There is no agency of this code.")
    if cycle not in set(Steering.Cycle):
        raise bad_input("cycle", "填報週期為每季或每年。", "The cycle is quarterly or yearly.")
    if not 1 <= days <= MOST_DAYS:
        raise bad_input("days", f"填報天數為1至{MOST_DAYS}天。", f"A sheet may take 1 to {MOST_DAYS} days.")
    if len(why) > LONGEST_WHY:
        raise bad_input("why", f"理由請在{LONGEST_WHY}字以內。", f"At most {LONGEST_WHY} characters.")
    return agency
