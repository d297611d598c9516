"""The steps of a meeting that are buttons on its page: what each does, and what is said afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import QueryDict

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations.ask_to_speak import ask_to_speak
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.end_speech import end_speech
from coretech.apps.meetings.operations.give_floor import give_floor
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.resume_meeting import resume_meeting
from coretech.apps.meetings.operations.suspend_meeting import suspend_meeting
from coretech.apps.meetings.operations.take_up_item import take_up_item
from coretech.kit.sentence import Sentence

_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what was done, and what carries it out, given the meeting and the number of an item or a speech."""

    afterwards: Sentence
    run: Callable[[Acting, Meeting, int], Act]


STEPS: Mapping[str, Step] = {
    "open": Step(
        Sentence("會議已開始。", "The meeting is open."), lambda by, meeting, _: open_meeting(by, meeting.pk)
    ),
    "suspend": Step(
        Sentence("會議休息。", "The meeting is suspended."),
        lambda by, meeting, _: suspend_meeting(by, meeting.pk),
    ),
    "resume": Step(
        Sentence("會議繼續。", "The meeting goes on."), lambda by, meeting, _: resume_meeting(by, meeting.pk)
    ),
    "close": Step(
        Sentence("會議已散會。", "The meeting is closed."),
        lambda by, meeting, _: close_meeting(by, meeting.pk),
    ),
    "take-up": Step(
        Sentence("已進行本案。", "The item is taken up."), lambda by, _, item: take_up_item(by, item)
    ),
    "ask": Step(
        Sentence("已登記發言。", "You are on the speaking list."),
        lambda by, meeting, _: ask_to_speak(by, meeting.pk),
    ),
    "floor": Step(
        Sentence("已請其發言。", "The floor is given."),
        lambda by, meeting, speech: give_floor(by, meeting.pk, speech),
    ),
    "done": Step(
        Sentence("已離開發言名單。", "That place on the speaking list is done."),
        lambda by, meeting, speech: end_speech(by, meeting.pk, speech),
    ),
}


def step_of(sent: QueryDict) -> tuple[Step, int]:
    """The step that was sent, and the number it is about; 0 where it is about the meeting itself.

    Raises:
        BadRequest: where no button of ours sends this.
    """
    step, number = STEPS.get(sent.get("step", "")), sent.get("of", "0")
    if step is None or not number.isascii() or not number.isdecimal() or int(number[:20]) > _LARGEST:
        message = "a meeting has no such step"
        raise BadRequest(message)
    return step, int(number)
