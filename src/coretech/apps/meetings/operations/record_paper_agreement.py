"""Recording that an observer has signed the agreement on paper (art. 11)."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import require_not_closed
from coretech.apps.meetings.models import Observer
from coretech.apps.meetings.observing import lock_observer
from coretech.kit.refusal import bad_input
from coretech.law.access import Action


def check(by: Acting, observer: Observer) -> None:
    """Whether this person may record the paper now."""
    allow_on(by, observer.meeting.body, Action.INVITE_OBSERVER)
    require_not_closed(observer.meeting)


@operation
def record_paper_agreement(by: Acting, observer_id: int, signed_on: dt.date) -> Act:
    """Keep the day on the paper; the paper itself stays with the secretariat."""
    observer = lock_observer(observer_id)
    check(by, observer)
    if signed_on > by.today:
        raise bad_input("signed_on", "簽署日不得晚於今日。", "The agreement cannot be signed in the future.")
    observer.signed_on = signed_on
    observer.save(update_fields=["signed_on"])
    return record(
        by,
        "meeting.observer_signed",
        observer.meeting.subject,
        public={"signed_on": signed_on.isoformat()},
        confidential={"observer": observer.pk},
    )
