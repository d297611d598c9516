"""From rows of a meeting to the law's facts."""

from dataclasses import dataclass

from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.queries import appointments_on
from coretech.apps.meetings.models import Attendance, Ballot, Declaration, Item, Meeting
from coretech.law.meeting import chair, quorum, resolution

ATTENDING = (Attendance.Status.PRESENT, Attendance.Status.STAND_IN)


@dataclass(frozen=True, slots=True)
class Room:
    """Who stands how to an item: appointment ids."""

    in_office: frozenset[int]
    in_person: frozenset[int]
    stand_ins: frozenset[int]
    declared: frozenset[int]
    recused: frozenset[int]

    @property
    def attending(self) -> frozenset[int]:
        """Everybody who attends, in person or by the agency's stand-in."""
        return self.in_person | self.stand_ins

    @property
    def entitled(self) -> frozenset[int]:
        """Everybody who attends and is not recused."""
        return self.attending - self.recused


def room_of(item: Item) -> Room:
    """The room as recorded, for one item."""
    newest = newest_declarations(item)
    here = dict(item.meeting.attendance.values_list("appointment_id", "status"))
    return Room(
        in_office=frozenset(
            appointments_on(item.meeting.body, item.meeting.day).values_list("pk", flat=True)
        ),
        in_person=frozenset(pk for pk, status in here.items() if status == Attendance.Status.PRESENT),
        stand_ins=frozenset(pk for pk, status in here.items() if status == Attendance.Status.STAND_IN),
        declared=frozenset(newest),
        recused=frozenset(pk for pk, declared in newest.items() if declared.recused),
    )


def newest_declarations(item: Item) -> dict[int, Declaration]:
    """The declaration that counts, by appointment."""
    rows = Declaration.objects.filter(item=item).order_by("appointment_id", "-pk").distinct("appointment_id")
    return {row.appointment_id: row for row in rows}


def quorum_facts(room: Room) -> quorum.Facts:
    """The figures article 5(3) asks for."""
    return quorum.Facts(
        members_in_office=len(room.in_office),
        present=len(room.in_person),
        stand_ins=len(room.stand_ins),
        recused_present=len(room.recused & room.attending),
        recused_absent=len(room.recused - room.attending),
    )


def resolution_facts(room: Room, item: Item) -> resolution.Facts:
    """The count of an item's ballots."""
    cast = list(Ballot.objects.filter(item=item).values_list("choice", flat=True))
    return resolution.Facts(
        members_in_office=len(room.in_office),
        entitled_present=len(room.entitled),
        for_=cast.count(Ballot.Choice.FOR),
        against=cast.count(Ballot.Choice.AGAINST),
        abstain=cast.count(Ballot.Choice.ABSTAIN),
    )


def convener_of(meeting: Meeting) -> Appointment | None:
    """Who holds the convener's seat on the day of the meeting."""
    return appointments_on(meeting.body, meeting.day).filter(seat__convener=True).first()


def chair_facts(meeting: Meeting) -> chair.Facts:
    """Who presides: the convener, where attending."""
    convener = convener_of(meeting)
    here = convener is not None and meeting.attendance.filter(appointment=convener, status="present").exists()
    return chair.Facts(chair_post=chair.CONVENER if here else "member")
