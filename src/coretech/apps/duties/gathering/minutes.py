"""Minutes to draft, to sign, to answer and to confirm."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.duties.deadline import READER, Deadline, runner_of
from coretech.apps.duties.kinds import What
from coretech.apps.meetings.calendar import name_of
from coretech.apps.meetings.minuting.finding import newest_version
from coretech.apps.meetings.models import Meeting, Minutes
from coretech.apps.meetings.operations import confirm_minutes, draft_minutes, reply_to_minutes, sign_minutes
from coretech.apps.meetings.queries import visible_meetings
from coretech.apps.meetings.seats import seat_of

_READERS_OWN = frozenset({What.MINUTES_SIGNATURE, What.MINUTES_REPLY})


def minutes(by: Acting) -> Iterator[Deadline]:
    """What is left to do about the minutes of meetings that are over; only the circulation has a last day."""
    closed = visible_meetings(by).filter(state=Meeting.State.CLOSED)
    for meeting in closed.filter(minutes=None):
        if refusal_of(draft_minutes.check, by, meeting) is None:
            yield _deadline(by, What.MINUTES_DRAFT, meeting, "")
    found = Minutes.objects.filter(meeting__in=closed).exclude(state=Minutes.State.CONFIRMED)
    for each in found.select_related("meeting__body__agency"):
        yield from _unconfirmed(by, each)


def _unconfirmed(by: Acting, found: Minutes) -> Iterator[Deadline]:
    if refusal_of(sign_minutes.check, by, found) is None:
        yield _deadline(by, What.MINUTES_SIGNATURE, found.meeting, "signature/")
    if refusal_of(reply_to_minutes.check, by, found) is None and not _answered(by, found):
        yield _deadline(by, What.MINUTES_REPLY, found.meeting, "reply/", found)
    if _is_over(by, found) and refusal_of(confirm_minutes.check, by, found) is None:
        yield _deadline(by, What.MINUTES_CONFIRMATION, found.meeting, "confirmation/")


def _deadline(
    by: Acting, what: What, meeting: Meeting, page: str, circulated: Minutes | None = None
) -> Deadline:
    return Deadline(
        what=what,
        owner=READER if what in _READERS_OWN else runner_of(meeting.body, by.today),
        about=name_of(meeting),
        subject=meeting.subject,
        path=f"/meetings/{meeting.pk}/minutes/{page}",
        due_on=None if circulated is None else circulated.reply_until,
    )


def _is_over(by: Acting, found: Minutes) -> bool:
    """Whether the minutes went round and the time to answer has passed."""
    return found.state == Minutes.State.CIRCULATING and not found.open_on(by.today)


def _answered(by: Acting, found: Minutes) -> bool:
    return newest_version(found).replies.filter(appointment=seat_of(by, found.meeting)).exists()
