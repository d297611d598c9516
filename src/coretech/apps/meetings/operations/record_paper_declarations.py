"""Entering declarations of no interest that members handed in on paper (art. 12)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.locking import lock_item, require_item, require_not_closed
from coretech.apps.meetings.models import Declaration, Item
from coretech.kit.refusal import bad_input
from coretech.law.access import Action


def check(by: Acting, item: Item) -> None:
    """Whether the secretariat may enter paper declarations now."""
    allow_on(by, item.meeting.body, Action.RECORD_HANDS)
    require_not_closed(item.meeting)
    require_item(item, Item.State.LISTED)


@operation
def record_paper_declarations(by: Acting, item_id: int, appointments: frozenset[int]) -> Act:
    """Record “no interest” for members who signed the paper form and have not declared otherwise."""
    item = lock_item(item_id)
    check(by, item)
    room = room_of(item)
    fresh = sorted((appointments & room.in_office) - room.declared)
    if not fresh:
        raise bad_input("appointments", "請勾選尚未申報的委員。", "Tick members who have not declared yet.")
    kept = Declaration.objects.bulk_create(
        Declaration(
            item=item,
            appointment_id=seat,
            person_id=room.people[seat],
            interest=False,
            recused=False,
            on_paper=True,
            declared_at=by.at,
        )
        for seat in fresh
    )
    return record(
        by,
        "meeting.declared_on_paper",
        item.subject,
        public={"count": len(fresh)},
        confidential={"appointments": fresh},
        rows=kept,
    )
