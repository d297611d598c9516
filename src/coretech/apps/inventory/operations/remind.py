"""Sending each person one digest a day of what is late and what falls due (art. 4(1))."""

import datetime as dt
from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import post
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.yearly.reminders import Reminder, letters
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def require_sender(by: Acting) -> None:
    """Refuse whoever is not the Office, in whose name reminders go out (HTTP 403)."""
    allow(by, Action.CHECK)


def sent_on(day: dt.date) -> bool:
    """Whether a day's reminders have gone out."""
    return Act.objects.filter(subject=_subject(day)).exists()


def check(by: Acting) -> None:
    """Whether today's reminders may go out in this one's name, and have not gone out yet."""
    require_sender(by)
    if sent_on(by.today):
        raise wrong_state("今日的提醒已經寄出。", "Today's reminders have gone out already.")


@operation
def remind(by: Acting, reminders: Sequence[Reminder]) -> Act:
    """Put one letter per account into the outbox, once a day however often it is asked."""
    hold("reminders")
    check(by)
    digests = letters(reminders, by.today)
    act = record(by, "inventory.reminded", _subject(by.today), public={"letters": len(digests)})
    post(act, digests)
    return act


def _subject(day: dt.date) -> str:
    return f"reminders/{day.isoformat()}"
