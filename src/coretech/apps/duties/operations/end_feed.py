"""Ending a calendar by secret address."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.duties.feeds import feed_of
from coretech.apps.duties.models import CalendarFeed
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting) -> CalendarFeed:
    """One's own calendar, where it has an address."""
    allow(by, Action.READ_CALENDAR)
    feed = feed_of(by)
    if feed is None:
        raise wrong_state("您沒有訂閱用的行事曆網址。", "Your calendar has no address.")
    return feed


@operation
def end_feed(by: Acting) -> Act:
    """From now on the address opens nothing."""
    hold(f"calendar-feed:{by.person_id}")
    feed = check(by)
    subject = feed.subject
    feed.delete()
    return record(by, "duties.feed_ended", subject)
