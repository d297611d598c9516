"""Making a calendar by secret address, or giving it a new one."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.duties.feeds import digest_of
from coretech.apps.duties.models import CalendarFeed
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_NOBODY = Sentence(
    "此帳號沒有對應的人員，沒有行事曆。", "Nobody stands behind this account, so it has no calendar."
)


def check(by: Acting) -> int:
    """The person whose calendar it would be; refused for an account with nobody behind it (HTTP 403)."""
    allow(by, Action.READ_CALENDAR)
    if by.person_id is None:
        raise Refused(_NOBODY, status=403)
    return by.person_id


@operation
def make_feed(by: Acting, key: str) -> Act:
    """Let the key open one's own calendar; an earlier one opens nothing from now on. The key itself is not kept."""
    hold(f"calendar-feed:{by.person_id}")
    made = {"key_sha256": digest_of(key), "made_at": by.at}
    feed, new = CalendarFeed.objects.update_or_create(person_id=check(by), defaults=made)
    return record(by, "duties.feed_made" if new else "duties.feed_renewed", feed.subject)
