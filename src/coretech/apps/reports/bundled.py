"""Indicators for the plans that come with the program, proposed once they are stored."""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.locks import hold
from coretech.apps.audit.record import record
from coretech.apps.plans.models import PlanVersion, Target
from coretech.apps.plans.queries import newest_versions
from coretech.apps.reports.measured.proposed import proposals_for
from coretech.apps.reports.measured.proposing import write_proposals
from coretech.apps.reports.models import Indicator


@transaction.atomic
def load_indicators() -> bool:
    """Propose the indicators of bundled plans that have none, in one act; says whether there was anything to write."""
    hold("indicators")
    proposed = {version: proposals_for(version) for version in without_indicators()}
    if not any(proposed.values()):
        return False
    at = now()
    rows = [row for version, found in proposed.items() for row in write_proposals(version, found, at)]
    record(
        Acting(at=at, username="system"),
        "indicator.bundled",
        "plans",
        public={"plans": {version.plan.slug: len(found) for version, found in proposed.items()}},
        rows=rows,
        why="proposed from the targets of the bundled plans",
    )
    return True


def without_indicators() -> QuerySet[PlanVersion]:
    """The newest versions read from the bundle whose plans have targets and no indicator yet; one query."""
    return PlanVersion.objects.filter(
        Exists(Target.objects.filter(version=OuterRef("pk"))),
        ~Exists(Indicator.objects.filter(plan=OuterRef("plan"))),
        pk__in=newest_versions().values("pk"),
        facts_only=True,
    ).select_related("plan")
