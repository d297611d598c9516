"""Asking to speak, for oneself or, by whoever runs the meeting, for a member or observer who raised a hand."""

from dataclasses import dataclass

from django.db.models import Q

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.floor import require_speaker, speeches_of
from coretech.apps.meetings.locking import lock_meeting, own_seat_at, require_open
from coretech.apps.meetings.models import Meeting, Observer, Speech
from coretech.apps.meetings.seats import seats_of, sitting
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom somebody else puts on the list: a member's seat, by appointment, or an observer."""

    appointment: int | None = None
    observer: int | None = None


def check(by: Acting, meeting: Meeting) -> Appointment:
    """The seat one asks from, where one may ask now."""
    seat = own_seat_at(by, meeting, Action.ASK_TO_SPEAK)
    require_open(meeting)
    require_speaker(meeting, seat, None)
    if sitting(meeting)[seat.pk] != by.person_id:
        raise wrong_state(
            "本席由指派代表出席，請由代表發言。", "A stand-in attends for your seat and speaks for it."
        )
    _require_new(meeting, Speaker(appointment=seat.pk))
    return seat


@operation
def ask_to_speak(by: Acting, meeting_id: int, speaker: Speaker | None = None) -> Act:
    """Take a place at the end of the speaking list; without ``speaker`` for oneself."""
    meeting = lock_meeting(meeting_id)
    speaker = (
        Speaker(appointment=check(by, meeting).pk) if speaker is None else _checked(by, meeting, speaker)
    )
    Speech.objects.create(
        meeting=meeting,
        item=meeting.current,
        appointment_id=speaker.appointment,
        observer_id=speaker.observer,
        asked_at=by.at,
    )
    return record(
        by,
        "meeting.asked_to_speak",
        meeting.subject,
        public={"item": meeting.current_id},
        confidential={"appointment": speaker.appointment, "observer": speaker.observer},
    )


def _checked(by: Acting, meeting: Meeting, speaker: Speaker) -> Speaker:
    """The speaker whom somebody else names, where that may be."""
    allow_on(by, meeting.body, Action.GIVE_FLOOR)
    require_open(meeting)
    seat = seats_of(meeting).filter(pk=speaker.appointment or 0).first()
    observer = Observer.objects.filter(meeting=meeting, pk=speaker.observer or 0).first()
    if (seat is None) == (observer is None):
        raise bad_input("speaker", "請選擇一位委員或列席者。", "Choose one member or one observer.")
    require_speaker(meeting, seat, observer)
    _require_new(meeting, speaker)
    return speaker


def _require_new(meeting: Meeting, speaker: Speaker) -> None:
    same = Q(appointment_id=speaker.appointment or 0) | Q(observer_id=speaker.observer or 0)
    if speeches_of(meeting).filter(same).exists():
        raise wrong_state("已在發言名單上。", "The speaking list has this speaker already.")
