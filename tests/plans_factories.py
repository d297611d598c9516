"""Making what tests of plans need: documents of each kind, small and invented."""

from coretech.apps.plans.importing import GivenPlan
from coretech.apps.plans.models import Plan
from coretech.apps.plans.operations.import_plan import foresee, import_plan
from tests import factories

PROGRAMME = """# 示範產業推動方案（110-113）
"""


def taken_over(raw: bytes, name: str = "plan.txt") -> Plan:
    """A file taken over by the Office."""
    by = factories.acting("office")
    given = GivenPlan(name, raw)
    import_plan(by, given, foresee(by, given).digest)
    return Plan.objects.latest("pk")
