"""Where the council approved a case; what a panel was in favour of before is a review, not an approval (arts. 2, 8)."""

from django.db.models import QuerySet

from coretech.apps.bodies.models import Body
from coretech.apps.cases.models import Case
from coretech.apps.meetings.models import Item


def approvals_of(case: Case) -> QuerySet[Item]:
    """The items by which the council approved the case, each with its meeting."""
    approved = Item.objects.filter(
        case=case, outcome=Item.Outcome.APPROVED, meeting__body__kind=Body.Kind.COUNCIL
    )
    return approved.select_related("meeting__body").order_by("pk")
