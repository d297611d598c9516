"""Taking an observer's invitation back, before the observer has come (art. 5(2))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import require_not_closed
from coretech.apps.meetings.models import Observer, Speech
from coretech.apps.meetings.notices import News, tell_people
from coretech.apps.meetings.observing import lock_observer
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, observer: Observer) -> None:
    """Whether the invitation may still be taken back by this person."""
    allow_on(by, observer.meeting.body, Action.INVITE_OBSERVER)
    require_not_closed(observer.meeting)
    if observer.present or Speech.objects.filter(observer=observer).exists():
        raise wrong_state(
            "此人已列席，邀請不能撤回；離席請改登錄為不在場。",
            "The observer has come; mark them as gone instead of withdrawing the invitation.",
        )


@operation
def withdraw_invitation(by: Acting, observer_id: int) -> Act:
    """Strike somebody who never came off the list; both acts stay on the log."""
    observer = lock_observer(observer_id)
    check(by, observer)
    meeting, person = observer.meeting, observer.person
    observer.delete()
    act = record(
        by,
        "meeting.invitation_withdrawn",
        meeting.subject,
        confidential={"observer": observer_id, "name": observer.name, "organisation": observer.organisation},
    )
    tell_people(act, meeting, News.WITHDRAWN, [] if person is None else [person])
    return act
