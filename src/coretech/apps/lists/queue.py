"""What waits to be judged: what was carried over first, then by how alike the two are."""

from django.db.models import F, Q, QuerySet

from coretech.apps.lists.crosswalk import REGISTER
from coretech.apps.lists.mappings import Judged, judged
from coretech.apps.lists.models import Mapping


def waiting(left: str = "", right: str = "") -> QuerySet[Mapping]:
    """Mappings nobody has judged, in the order to judge them; between two lists where both are told by their codes."""
    rows = Mapping.objects.filter(judgements__isnull=True)
    if left and right:
        rows = rows.filter(_between(left, right) | _between(right, left))
    return rows.order_by(F("score").desc(nulls_first=True), "pk")


def next_waiting(left: str = "", right: str = "", passing: int = 0) -> Judged | None:
    """The next of them, passing over one; None where none waits."""
    found = judged(waiting(left, right).exclude(pk=passing)[:1])
    return found[0] if found else None


def _between(left: str, right: str) -> Q:
    to = Q(technology__isnull=False) if right == REGISTER else Q(right__version__code=right)
    return Q(left__version__code=left) & to
