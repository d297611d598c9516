"""Reminding authorities of the questions they should answer soon, and destroying the keys of withdrawn ones."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.scope.keeping import destroy_leftovers
from coretech.apps.scope.operations.remind_of_question import check, remind_of_question
from coretech.apps.scope.queries import due_for_reminder


def remind_and_destroy() -> int:
    """Remind of every question that is due and of which no reminder went before; says how many went."""
    destroy_leftovers()
    by = Acting(at=now(), username="system")
    due = [question for question in due_for_reminder(by.today) if refusal_of(check, by, question) is None]
    for question in due:
        remind_of_question(by, question.number)
    return len(due)
