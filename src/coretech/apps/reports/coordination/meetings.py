"""What a special meeting made of an issue: how its item ended, and the words of the minutes."""

from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.bodies.models import Body
from coretech.apps.meetings.minuting.content import from_json
from coretech.apps.meetings.models import Item, Meeting, Minutes
from coretech.apps.plans.models import Plan
from coretech.apps.reports.cycle.steering import steered
from coretech.apps.reports.models import CoordinationIssue


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the item ended; ``wording`` is the resolution as the minutes word it, empty while there are none."""

    item: Item
    wording: str

    @property
    def waits(self) -> bool:
        """Whether the meeting has yet to deal with it."""
        return self.item.state != Item.State.DECIDED and not self.item.meeting.over

    @property
    def decided(self) -> bool:
        """Whether the meeting agreed on something, or noted it."""
        return self.item.outcome in {Item.Outcome.APPROVED, Item.Outcome.NOTED}

    @property
    def deferred(self) -> bool:
        """Whether the meeting put it off."""
        return self.item.outcome == Item.Outcome.DEFERRED


def outcome_of(issue: CoordinationIssue) -> Outcome | None:
    """What the last meeting made of the issue; None where it was put to none."""
    if issue.item_id is None:
        return None
    item = Item.objects.select_related("meeting__body").get(pk=issue.item_id)
    return Outcome(item, _wording(item))


def open_meetings(plan: Plan) -> QuerySet[Meeting]:
    """The coordination meetings of the plan's controller that are called and have not begun, next one first."""
    rows = Meeting.objects.filter(
        body__kind=Body.Kind.COORDINATION, body__agency=steered(plan).controller, state=Meeting.State.CALLED
    )
    return rows.select_related("body__agency").order_by("held_on", "pk")


def _wording(item: Item) -> str:
    """The newest minutes' words for the item; those of another meeting's number are never taken."""
    minutes = Minutes.objects.filter(meeting=item.meeting_id).first()
    if minutes is None:
        return ""
    content = from_json(minutes.versions.latest("number").content)
    return next((each.wording for each in content.items if each.order == item.order), "")
