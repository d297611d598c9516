"""How members have answered the circulated minutes."""

from dataclasses import dataclass

from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.facts import ATTENDING
from coretech.apps.meetings.minuting.finding import newest_version
from coretech.apps.meetings.models import Minutes, MinutesReply


@dataclass(frozen=True, slots=True)
class Answers:
    """The seats that attended, by their newest answer to the newest version."""

    agreeing: tuple[Appointment, ...]
    objecting: tuple[MinutesReply, ...]
    silent: tuple[Appointment, ...]


def standing_of(minutes: Minutes) -> Answers:
    """Who agrees, who objects and says why, and who has not answered, among the seats that attended."""
    rows = MinutesReply.objects.filter(version=newest_version(minutes)).select_related(
        "appointment__seat", "appointment__person"
    )
    newest = {reply.appointment_id: reply for reply in rows}  # oldest first, so the newest stays
    attended = minutes.meeting.attendance.filter(status__in=ATTENDING).select_related(
        "appointment__seat", "appointment__person"
    )
    seats = [mark.appointment for mark in attended]
    return Answers(
        agreeing=tuple(seat for seat in seats if seat.pk in newest and newest[seat.pk].agrees),
        objecting=tuple(reply for reply in newest.values() if not reply.agrees),
        silent=tuple(seat for seat in seats if seat.pk not in newest),
    )
