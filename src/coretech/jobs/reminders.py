"""The daily reminder: every deadline of every person, gathered and sent as one letter each."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.bodies.standing import acting_for
from coretech.apps.duties.queries import deadlines
from coretech.apps.inventory.operations import remind
from coretech.apps.inventory.yearly.reminders import Reminder, due_reminders, late_agencies
from coretech.apps.reports.cycle.reminding import sheet_reminders
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused
from coretech.law.access import Role, Standing

_MORNING = dt.time(8)
_OFFICE = Standing(frozenset({Role.PUBLIC, Role.OFFICE}))


def deadlines_of(account: Account, day: dt.date) -> list[Reminder]:
    """What one person has to do by when; nobody is told of what is not theirs to know."""
    by = acting_for(account, dt.datetime.combine(day, _MORNING, TAIPEI))
    try:
        found = deadlines(by)
    except Refused:
        return []
    return [Reminder(account.pk, each.title, each.path, each.due_on) for each in found]


def own_deadlines(day: dt.date) -> Iterator[Reminder]:
    """The same of everybody with an account."""
    for account in Account.objects.filter(is_active=True, person__isnull=False):
        yield from deadlines_of(account, day)


SOURCES: tuple[Callable[[dt.date], Iterable[Reminder]], ...] = (own_deadlines, late_agencies, sheet_reminders)
"""Who knows of days that come."""


def reminders_of(day: dt.date) -> list[Reminder]:
    """Everything anybody is reminded of on a day."""
    return due_reminders([each for source in SOURCES for each in source(day)], day)


def remind_today() -> int:
    """Send today's reminders in the Office's name; says how many letters, none where they have gone out."""
    by = Acting(at=now(), username="system", standing=_OFFICE, via="daily job")
    if remind.sent_on(by.today):
        return 0
    act = remind.remind(by, reminders_of(by.today))
    return int(act.public["letters"])
