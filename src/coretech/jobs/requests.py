"""Reminding authorities of the requests they should answer soon."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.asked.requests import due_for_reminder
from coretech.apps.inventory.operations.remind_of_request import check, remind_of_request


def remind_due() -> int:
    """Remind of every request that is due and of which no reminder went before; says how many went."""
    by = Acting(at=now(), username="system")
    due = [request for request in due_for_reminder(by.today) if refusal_of(check, by, request) is None]
    for request in due:
        remind_of_request(by, request.number)
    return len(due)
