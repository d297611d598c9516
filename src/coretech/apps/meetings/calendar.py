"""A meeting as its readers' calendars have it: nothing in it of what is on the agenda."""

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings

from coretech.apps.meetings.models import Meeting
from coretech.engines.calendars.appointment import Appointment, Method, Party
from coretech.engines.calendars.ics import ics
from coretech.kit.roc import roc_year
from coretech.kit.sentence import Sentence

_OFFICE = Sentence("會議秘書單位", "Secretariat of the meeting")
_TEXT = Sentence(
    "議程與資料請至會議頁面閱覽；能否出席，請在該頁回覆。",
    "Agenda and papers are on the meeting's page; say there whether you will attend.",
)


def name_of(meeting: Meeting) -> Sentence:
    """The body and the session: 國家核心關鍵技術審議會114年度第1次會議."""
    body, year = meeting.body.name, roc_year(meeting.year)
    return Sentence(
        f"{body.zh}{year}年度第{meeting.session}次會議",
        f"{body.en}, meeting {meeting.session} of {meeting.year}",
    )


def page_of(meeting: Meeting) -> str:
    """The path of the page with the notice."""
    return f"/meetings/{meeting.pk}/notice/"


def calendar_of(
    meeting: Meeting, method: Method, stamped_at: dt.datetime, language: str, reader: Party | None = None
) -> str:
    """The meeting as a calendar file in one language, addressed to one reader or to nobody.

    Its UID is the meeting's for good; its SEQUENCE is how many notices were sent.
    """
    english = language.startswith("en")
    appointment = Appointment(
        uid=f"meeting-{meeting.pk}@{urlsplit(settings.CORETECH_ADDRESS).hostname or 'localhost'}",
        sequence=meeting.notice,
        begins=meeting.begins,
        ends=meeting.ends,
        summary=name_of(meeting).say(language),
        place=meeting.place,
        text=_TEXT.say(language),
        address=f"{settings.CORETECH_ADDRESS}{'/en' if english else ''}{page_of(meeting)}",
        organizer=Party(_OFFICE.say(language), settings.DEFAULT_FROM_EMAIL),
        attendee=reader,
    )
    return ics(appointment, method, stamped_at).decode()
