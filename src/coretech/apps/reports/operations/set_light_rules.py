"""Setting the rules from figures to a traffic light; standings already published keep theirs."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.measured.light_rules import as_stored
from coretech.apps.reports.models import LightRules
from coretech.engines.progress.thresholds import Rules
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

LONGEST_WHY = 2000


def check(by: Acting, plan: Plan) -> None:
    """Whether this person sets the plan's rules."""
    allow(by, Action.SET_LIGHTS, matter_of(plan))


@operation
def set_light_rules(by: Acting, plan_slug: str, rules: Rules, why: str) -> Act:
    """Write the rules with the reason; they hold for every period published from now on."""
    plan = version_of(plan_slug).plan
    check(by, plan)
    if not 0 < len(why.strip()) <= LONGEST_WHY:
        raise bad_input("why", "請說明為何這樣訂定。", "Say why the rules are set like this.")
    made = LightRules.objects.create(plan=plan, rules=as_stored(rules), why=why.strip(), recorded_at=by.at)
    public = {"plan": plan.slug, "rules": made.rules}
    return record(by, "plan.lights_set", f"plan/{plan.slug}", public=public, rows=[made], why=made.why)
