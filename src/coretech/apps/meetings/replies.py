"""How members answered the notice: the newest answer of each, where the meeting was not moved since."""

from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Appointment, Designation
from coretech.apps.bodies.queries import designated_on
from coretech.apps.meetings.models import Meeting, Reply
from coretech.apps.meetings.seats import seats_of

MOVED = "meeting.moved"
"""The act by which a meeting gets another day or hour; what members answered before it no longer counts."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Who is expected in a seat: the member's newest answer, and whom the agency sends."""

    seat: Appointment
    reply: Reply | None
    designation: Designation | None

    @property
    def on_leave(self) -> bool:
        """Whether the member asked for leave and nobody is sent instead."""
        asked = self.reply is not None and self.reply.answer == Reply.Answer.LEAVE
        return asked and self.designation is None


def newest_replies(meeting: Meeting) -> Mapping[int, Reply]:
    """The answer that counts, by appointment."""
    rows = Reply.objects.filter(meeting=meeting)
    moved = Act.objects.filter(subject=meeting.subject, kind=MOVED).order_by("-seq").first()
    if moved is not None:
        rows = rows.filter(replied_at__gte=moved.at)
    newest = rows.order_by("appointment_id", "-pk").distinct("appointment_id")
    return {row.appointment_id: row for row in newest}


def expected_at(meeting: Meeting) -> list[Expected]:
    """Every seat in office on the day of the meeting, by number."""
    replies, sent = newest_replies(meeting), designated_on(meeting.body, meeting.day)
    return [Expected(seat, replies.get(seat.pk), sent.get(seat.pk)) for seat in seats_of(meeting)]


def counts_of_replies(expected: list[Expected]) -> dict[str, int]:
    """How many come, are on leave, send somebody, and have not answered; each seat once."""
    sent = sum(each.designation is not None for each in expected)
    leave = sum(each.on_leave for each in expected)
    silent = sum(each.designation is None and each.reply is None for each in expected)
    return {
        "accepted": len(expected) - sent - leave - silent,
        "stand_in": sent,
        "leave": leave,
        "silent": silent,
    }
