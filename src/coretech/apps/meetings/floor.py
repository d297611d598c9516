"""The speaking list of a meeting: who has the floor, who waits, and who may speak (arts. 5 and 12)."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import QuerySet

from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.models import Attendance, Meeting, Observer, Speech
from coretech.kit.refusal import Refused, not_found, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Article, Outcome, Ruling

_RECUSED = Sentence(
    "就本案應迴避者不參與審議，不能發言。",
    "Whoever is recused from the item takes no part in it and may not speak.",
)


def speeches_of(meeting: Meeting) -> QuerySet[Speech]:
    """The places on the list that are not done, in the order asked, each with its speaker."""
    return meeting.speeches.filter(ended_at=None).select_related(
        "appointment__seat", "appointment__person", "observer", "item"
    )


def speaking(meeting: Meeting) -> Speech | None:
    """Who has the floor, or None."""
    return speeches_of(meeting).filter(began_at__isnull=False).first()


def find_speech(meeting: Meeting, speech_id: int) -> Speech:
    """A place on the meeting's list (HTTP 404 where there is none)."""
    speech = meeting.speeches.select_related("appointment__seat", "observer").filter(pk=speech_id).first()
    if speech is None:
        raise not_found("發言名單上沒有這一筆。", "There is no such place on the speaking list.")
    return speech


def end_all(speeches: Iterable[Speech], at: dt.datetime) -> None:
    """Write the end of each of these speeches."""
    for speech in speeches:
        speech.ended_at = at
        speech.save(update_fields=["ended_at"])


def require_speaker(meeting: Meeting, seat: Appointment | None, observer: Observer | None) -> None:
    """Refuse whoever is not in the room, or is recused from the current item."""
    if observer is not None:
        _require_observer(meeting, observer)
        return
    if seat is None or not _attends(meeting, seat):
        raise wrong_state(
            "未列於出席名單，不能發言；請先登錄出席。",
            "Whoever is not recorded as attending cannot speak; record the attendance first.",
        )
    if meeting.current is not None and seat.pk in room_of(meeting.current).recused:
        ruling = Ruling("meeting.floor", Outcome.NO, (Article("12"),), _RECUSED, as_of=meeting.day)
        raise Refused(_RECUSED, ruling=ruling)


def _require_observer(meeting: Meeting, observer: Observer) -> None:
    if not observer.present:
        raise wrong_state(
            "該列席者未登錄到場，不能發言。", "The observer is not recorded as present, and cannot speak."
        )
    if observer.item_id is not None and observer.item_id != meeting.current_id:
        raise wrong_state(
            "該列席者僅就所邀議案列席；請先進行該案。",
            "The observer was invited for another item; take that one up first.",
        )


def _attends(meeting: Meeting, seat: Appointment) -> bool:
    here = (Attendance.Status.PRESENT, Attendance.Status.STAND_IN)
    return meeting.attendance.filter(appointment=seat, status__in=here).exists()
