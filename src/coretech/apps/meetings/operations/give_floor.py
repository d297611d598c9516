"""Giving somebody on the speaking list the floor."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.floor import end_all, find_speech, require_speaker, speeches_of
from coretech.apps.meetings.locking import lock_meeting, require_open
from coretech.apps.meetings.models import Meeting, Speech
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting) -> None:
    """Whether this person gives the floor in this meeting, and it is open."""
    allow_on(by, meeting.body, Action.GIVE_FLOOR)
    require_open(meeting)


@operation
def give_floor(by: Acting, meeting_id: int, speech_id: int) -> Act:
    """Let a speaker begin; whoever had the floor is done."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    speech = find_speech(meeting, speech_id)
    _require_waiting(speech)
    require_speaker(meeting, speech.appointment, speech.observer)
    end_all(speeches_of(meeting).filter(began_at__isnull=False), by.at)
    speech.began_at = by.at
    speech.save(update_fields=["began_at"])
    return record(
        by,
        "meeting.floor_given",
        meeting.subject,
        public={"item": speech.item_id},
        confidential={"appointment": speech.appointment_id, "observer": speech.observer_id},
    )


def _require_waiting(speech: Speech) -> None:
    if speech.ended_at is not None:
        raise wrong_state("這次發言已結束。", "This speech is over.")
    if speech.began_at is not None:
        raise wrong_state("正在發言。", "This speaker has the floor already.")
