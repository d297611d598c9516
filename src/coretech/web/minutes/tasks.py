"""What minutes ask of the reader: to draft, to sign, to answer."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.meetings.minuting.finding import newest_version
from coretech.apps.meetings.models import Meeting, Minutes
from coretech.apps.meetings.operations import draft_minutes, reply_to_minutes, sign_minutes
from coretech.apps.meetings.queries import visible_meetings
from coretech.apps.meetings.seats import seat_of
from coretech.kit.sentence import Sentence
from coretech.web.meetings.own import TO_DO
from coretech.web.meetings.words import title_of
from coretech.web.shell.parts import Task

_DRAFT = Sentence("製作會議紀錄", "Draft the minutes")
_SIGN = Sentence("簽署會議紀錄", "Sign the minutes")
_REPLY = Sentence("確認會議紀錄或提出異議", "Answer the circulated minutes")


def minutes_tasks(by: Acting) -> Iterator[Task]:
    """Meetings without minutes, minutes to sign, and minutes to answer; nothing that is done already."""
    meetings = visible_meetings(by).filter(state=Meeting.State.CLOSED)
    for meeting in meetings.filter(minutes=None):
        if refusal_of(draft_minutes.check, by, meeting) is None:
            yield _task(_DRAFT, "minutes", meeting)
    for found in Minutes.objects.filter(meeting__in=meetings).select_related("meeting__body__agency"):
        if refusal_of(sign_minutes.check, by, found) is None:
            yield _task(_SIGN, "minutes_sign", found.meeting)
        if refusal_of(reply_to_minutes.check, by, found) is None and not _answered(by, found):
            yield _task(_REPLY, "minutes_reply", found.meeting)


def _answered(by: Acting, found: Minutes) -> bool:
    return newest_version(found).replies.filter(appointment=seat_of(by, found.meeting)).exists()


def _task(title: Sentence, page: str, meeting: Meeting) -> Task:
    return Task(title, TO_DO.words, reverse(page, args=[meeting.pk]), TO_DO.colour, title_of(meeting))
