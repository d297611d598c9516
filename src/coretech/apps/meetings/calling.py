"""Calling meetings: which bodies somebody may call, and what a notice must hold."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.powers import who_may_on
from coretech.apps.bodies.queries import appointments_on
from coretech.apps.meetings.models import Meeting
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

LONGEST_PLACE = 120
SHORTEST, LONGEST = 15, 720
"""How many minutes a meeting may be planned for."""
USUAL_HOUR, USUAL_MINUTES = dt.time(14), 120

_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_MEETS = (Body.Kind.COUNCIL, Body.Kind.PANEL)


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where a meeting is to be; times are Taipei's."""

    held_on: dt.date
    place: str
    begins_at: dt.time = USUAL_HOUR
    minutes: int = USUAL_MINUTES

    @classmethod
    def of(cls, meeting: Meeting) -> "Occasion":
        """As the last notice has it."""
        return cls(meeting.held_on, meeting.place, meeting.begins_at, meeting.minutes_planned)


def parse_clock(text: str) -> dt.time:
    """A time of day as people write it: ``14:00``, full-width or not.

    Raises:
        ValueError: when the text is no time of day.
    """
    match = _CLOCK.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        message = f"{text!r} 不是時間（例如 14:00） / is no time of day such as 14:00"
        raise ValueError(message)
    return dt.time(int(match[1]), int(match[2]))


def callable_bodies(by: Acting) -> list[Body]:
    """The bodies this person may call to a meeting: the council first, then panels."""
    bodies = Body.objects.filter(kind__in=_MEETS).select_related("agency").order_by("kind", "agency__code")
    return [body for body in bodies if who_may_on(by, body, Action.CALL_MEETING).is_yes]


def require_sound(by: Acting, body: Body, occasion: Occasion) -> None:
    """Refuse a notice that cannot be sent (HTTP 422), naming the field."""
    if occasion.held_on < by.today:
        raise bad_input("held_on", "開會日期不得早於今日。", "The meeting cannot lie in the past.")
    if not occasion.place.strip():
        raise bad_input("place", "請填寫開會地點。", "Give the place of the meeting.")
    if len(occasion.place.strip()) > LONGEST_PLACE:
        raise bad_input("place", "地點最多120字。", "The place may have 120 characters at most.")
    if not SHORTEST <= occasion.minutes <= LONGEST:
        raise bad_input(
            "minutes",
            f"預計時間請填{SHORTEST}至{LONGEST}分鐘。",
            f"Plan for {SHORTEST} to {LONGEST} minutes.",
        )
    if not appointments_on(body, occasion.held_on).exists():
        raise bad_input("held_on", f"當日{body.name.zh}沒有在職委員。", "Nobody is in office on that day.")
