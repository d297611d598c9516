"""Finding and locking minutes, and who may read them."""

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_meeting
from coretech.apps.meetings.models import Meeting, Minutes, MinutesVersion
from coretech.apps.meetings.queries import find_meeting
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_OUTDATED = Sentence(
    "您開啟本頁之後，他人已修改紀錄；請重新載入，確認現況後再辦理。",
    "Somebody has changed the minutes since you opened the page; reload it, look, and decide again.",
)


def find_minutes(by: Acting, meeting_id: int) -> Minutes:
    """The minutes of a meeting, for those whose meeting it is (HTTP 404 otherwise).

    Nobody reads the part on an item one is recused from: pages and documents leave it out.
    """
    meeting = find_meeting(by, meeting_id)
    allow_on(by, meeting.body, Action.READ_MEETING)
    minutes = Minutes.objects.select_related("meeting__body__agency").filter(meeting=meeting).first()
    if minutes is None:
        raise no_minutes()
    return minutes


def lock_minutes(meeting_id: int) -> Minutes:
    """The minutes, their meeting's row locked until the transaction ends (HTTP 404 where there are none)."""
    meeting = lock_meeting(meeting_id)
    minutes = Minutes.objects.filter(meeting=meeting).first()
    if minutes is None:
        raise no_minutes()
    minutes.meeting = meeting
    return minutes


def newest_version(minutes: Minutes) -> MinutesVersion:
    """The version that counts."""
    return minutes.versions.latest("number")


def require_seen(minutes: Minutes, seen: int | None) -> MinutesVersion:
    """The newest version, where it is still the one the caller saw (HTTP 409 otherwise)."""
    newest = newest_version(minutes)
    if seen is not None and seen != newest.number:
        raise Refused(_OUTDATED, status=409)
    return newest


def no_minutes() -> Refused:
    """The refusal where minutes have not been drafted."""
    return not_found("這場會議還沒有紀錄。", "There are no minutes of this meeting yet.")


def of_the_same_body(minutes: Minutes, meeting_id: int) -> Meeting | None:
    """A later meeting of the same body, which may confirm the minutes; None for any other."""
    return _later(minutes).filter(pk=meeting_id).first()


def confirming_meetings(minutes: Minutes) -> QuerySet[Meeting]:
    """The later meetings of the body that have begun, and so can confirm the minutes, next one first."""
    begun = (Meeting.State.OPEN, Meeting.State.SUSPENDED, Meeting.State.CLOSED)
    return _later(minutes).filter(state__in=begun).order_by("held_on", "pk")


def _later(minutes: Minutes) -> QuerySet[Meeting]:
    later = Meeting.objects.filter(body=minutes.meeting.body, held_on__gte=minutes.meeting.held_on)
    return later.exclude(pk=minutes.meeting_id)
