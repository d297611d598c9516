"""Making what tests of coordination need: an issue on its way, and a special meeting with it on the agenda."""

import datetime as dt

from coretech.apps.audit.models import Act
from coretech.apps.meetings.calling import Occasion
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations.call_coordination import Coordination, call_coordination
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.operations.take_up_item import take_up_item
from coretech.apps.meetings.seats import seats_of
from coretech.apps.plans.models import Plan
from coretech.apps.reports.models import CoordinationIssue
from coretech.apps.reports.operations.put_issue_to_meeting import put_issue_to_meeting
from coretech.apps.reports.operations.raise_issue import Raised, raise_issue
from coretech.apps.reports.operations.take_issue import take_issue
from tests.factories import budgets_factories
from tests.factories import cycle_factories as cycle

DAY = cycle.FIRST
HELD = dt.date(2022, 4, 20)
DUE = dt.date(2022, 5, 31)
TITLE = "示範場域用地須跨機關協調"


def row_of(act: Act) -> int:
    return int(act.subject.split("/")[1])


def now(issue: CoordinationIssue) -> CoordinationIssue:
    """The issue as it stands now."""
    return CoordinationIssue.objects.select_related("owner", "item").get(pk=issue.pk)


def raised(
    plan: Plan, user: str = "officer-moea", agency: str = "moea", element: str = ""
) -> CoordinationIssue:
    given = Raised(agency, "cross_agency", TITLE, "用地屬交通部，須協調提供。", element)
    act = raise_issue(cycle.acting(user), plan.slug, given)
    return CoordinationIssue.objects.get(pk=row_of(act))


def taken(plan: Plan) -> CoordinationIssue:
    issue = raised(plan)
    take_issue(cycle.acting("controller-1"), issue.pk, "motc", DUE, "請評估用地。")
    return now(issue)


def called(*agencies: str, user: str = "controller-1", controller: str = "ndc") -> Meeting:
    """A special meeting, of 國發會 where no other controller is named, with these agencies."""
    given = Coordination(controller, agencies or ("moea", "motc"), Occasion(HELD, "國發會第一會議室"))
    act = call_coordination(cycle.acting(user), given)
    return Meeting.objects.select_related("body__agency").get(pk=row_of(act))


def put(issue: CoordinationIssue, meeting: Meeting) -> Item:
    put_issue_to_meeting(cycle.acting("controller-1"), issue.pk, meeting.pk)
    return Item.objects.get(pk=now(issue).item_id or 0)


def begun(meeting: Meeting, item: Item) -> None:
    """Everybody called attends, and the item is taken up."""
    by = cycle.acting("controller-1", HELD)
    record_attendance(by, meeting.pk, {seat.pk: Mark("present") for seat in seats_of(meeting)})
    open_meeting(by, meeting.pk)
    take_up_item(by, item.pk)


def in_hand(plan: Plan) -> CoordinationIssue:
    """An issue that the agency that raised it owns."""
    issue = raised(plan)
    take_issue(cycle.acting("controller-1"), issue.pk, "moea", DUE, "請評估用地。")
    return now(issue)


def there(plan: Plan) -> dict[str, object]:
    """An issue in hand and a year of budgets, by the names that addresses have for them."""
    return {"issue_id": in_hand(plan).pk, "figure_id": budgets_factories.a_year(plan).pk, "year": 111}
