"""Finding an observer for an operation."""

from coretech.apps.meetings.locking import lock_meeting
from coretech.apps.meetings.models import Observer
from coretech.kit.refusal import Refused, not_found


def lock_observer(observer_id: int) -> Observer:
    """The observer with the meeting, whose row is locked until the transaction ends (HTTP 404 where there is none)."""
    found = Observer.objects.filter(pk=observer_id).first()
    if found is None:
        raise no_such_observer()
    lock_meeting(found.meeting_id)
    observer = (
        Observer.objects.select_related("meeting__body__agency", "person").filter(pk=observer_id).first()
    )
    if observer is None:
        raise no_such_observer()
    return observer


def no_such_observer() -> Refused:
    """The refusal for an observer who is not there, or not for this reader."""
    return not_found(
        "沒有這位列席者，或您無權閱覽。", "There is no such observer, or it is not yours to see."
    )
