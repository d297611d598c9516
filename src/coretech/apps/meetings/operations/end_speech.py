"""Ending a speech, or taking a place off the speaking list."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.floor import end_all, find_speech
from coretech.apps.meetings.locking import lock_meeting
from coretech.apps.meetings.models import Meeting, Speech
from coretech.apps.meetings.seats import seat_of
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting, speech: Speech) -> None:
    """Whether this person may end it: one's own, or whoever gives the floor."""
    seat = seat_of(by, meeting)
    own = seat is not None and speech.appointment_id == seat.pk
    allow_on(by, meeting.body, Action.ASK_TO_SPEAK if own else Action.GIVE_FLOOR)
    if speech.ended_at is not None:
        raise wrong_state("這次發言已結束。", "This speech is over.")


@operation
def end_speech(by: Acting, meeting_id: int, speech_id: int) -> Act:
    """End it; one that never began is taken off the list."""
    meeting = lock_meeting(meeting_id)
    speech = find_speech(meeting, speech_id)
    check(by, meeting, speech)
    end_all([speech], by.at)
    return record(
        by,
        "meeting.speech_ended",
        meeting.subject,
        public={"item": speech.item_id, "spoke": speech.began_at is not None},
        confidential={"appointment": speech.appointment_id, "observer": speech.observer_id},
    )
