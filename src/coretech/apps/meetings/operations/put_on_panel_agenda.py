"""Putting a case with a complete dossier on the agenda of its agency's panel (art. 8)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.powers import allow_on
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import lock_case
from coretech.apps.cases.operations import review_by_panel
from coretech.apps.meetings.locking import lock_meeting
from coretech.apps.meetings.models import Item, Meeting
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

_OVER = (Meeting.State.CLOSED, Meeting.State.CANCELLED)


def check(by: Acting, case: Case) -> Body:
    """The panel, where this person may put the case before it: what recording a review asks, and no other agenda."""
    review_by_panel.check(by, case)
    panel, _ = review_by_panel.require_panel(case, by.today)
    allow_on(by, panel, Action.PUT_ON_AGENDA)
    waiting = case.items.filter(meeting__body=panel).exclude(state=Item.State.DECIDED)
    if waiting.exclude(meeting__state__in=_OVER).exists():
        raise wrong_state(
            "本案已排入專家審查會的議程，尚未決議。",
            "The case is on an agenda of the panel already and not decided.",
        )
    return panel


@operation
def put_on_panel_agenda(by: Acting, reference: str, meeting_id: int, seen: int | None = None) -> Act:
    """Add the case as the next item of a meeting of its agency's panel that has not begun."""
    meeting = lock_meeting(meeting_id)  # before the case, as everywhere: two orders could wait for each other
    case = lock_case(reference, seen)
    panel = check(by, case)
    if meeting.body_id != panel.pk:
        raise bad_input(
            "meeting",
            "請選擇提報機關專家審查會的會議。",
            "Choose a meeting of the submitting agency's own panel.",
        )
    if meeting.state != Meeting.State.CALLED:
        raise wrong_state(
            "該次會議已開始或已散會，不能再排入議案。", "That meeting has begun or is over; choose another."
        )
    _, composed = review_by_panel.require_panel(case, meeting.day)
    last = meeting.items.order_by("-order").first()
    item = Item.objects.create(meeting=meeting, order=1 if last is None else last.order + 1, case=case)
    return record(
        by,
        "case.put_on_panel_agenda",
        case.subject,
        public={
            "meeting": meeting.pk,
            "item": item.pk,
            "order": item.order,
            "ruling": as_recorded(composed),
        },
    )
