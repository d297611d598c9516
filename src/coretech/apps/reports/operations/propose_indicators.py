"""Proposing indicators from a plan's targets: each is marked as proposed until its controller settles what it means."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.measured.proposed import proposals_for
from coretech.apps.reports.measured.proposing import write_proposals
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, plan: Plan) -> None:
    """Whether this person controls the plan."""
    allow(by, Action.DEFINE_INDICATOR, matter_of(plan))


@operation
def propose_indicators(by: Acting, slug: str) -> Act:
    """Write an indicator for each figure of the newest version's targets that has none yet."""
    version = version_of(slug)
    check(by, version.plan)
    hold(f"indicators:{slug}")
    proposals = proposals_for(version)
    if not proposals:
        raise wrong_state(
            "這個計畫的每個目標都已有指標。", "Every target of the plan has its indicators already."
        )
    return record(
        by,
        "indicator.proposed",
        f"plan/{slug}",
        public={"version": version.version, "indicators": [each.key for each in proposals]},
        rows=write_proposals(version, proposals, by.at),
    )
