"""From rows of a meeting to the law's facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models import Attendance, Ballot, Declaration, Item, Meeting
from coretech.apps.meetings.seats import seats_of, sitting
from coretech.law.meeting import chair, quorum, resolution

ATTENDING = (Attendance.Status.PRESENT, Attendance.Status.STAND_IN)


@dataclass(frozen=True, slots=True)
class Room:
    """Who stands how to an item: appointment ids; ``people`` says who sits in each seat."""

    in_office: frozenset[int]
    people: Mapping[int, int]
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
    """The room as recorded, for one item; nobody declares before a coordination meeting, and so nobody owes it."""
    people = sitting(item.meeting)
    newest = _of_those_sitting(item, people)
    here = dict(item.meeting.attendance.values_list("appointment_id", "status"))
    return Room(
        in_office=frozenset(people),
        people=people,
        in_person=frozenset(pk for pk, status in here.items() if status == Attendance.Status.PRESENT),
        stand_ins=frozenset(pk for pk, status in here.items() if status == Attendance.Status.STAND_IN),
        declared=frozenset(people if is_coordination(item.meeting.body) else newest),
        recused=frozenset(pk for pk, declared in newest.items() if declared.recused),
    )


def newest_declarations(item: Item) -> dict[int, Declaration]:
    """The declaration that counts, by appointment: the newest of whoever sits in the seat (art. 12)."""
    return _of_those_sitting(item, sitting(item.meeting))


def _of_those_sitting(item: Item, people: Mapping[int, int]) -> dict[int, Declaration]:
    rows = Declaration.objects.standing().filter(item=item).select_related("appointment__seat")
    newest = rows.order_by("appointment_id", "person_id", "-pk").distinct("appointment_id", "person_id")
    return {row.appointment_id: row for row in newest if people.get(row.appointment_id) == row.person_id}


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
    """The count of an item's votes: as kept with the item, or of the named ballots that stand so far."""
    count = named_tally(item, room) if item.tally is None else item.tally
    return resolution.Facts(
        members_in_office=len(room.in_office),
        entitled_present=len(room.entitled),
        for_=count[Ballot.Choice.FOR],
        against=count[Ballot.Choice.AGAINST],
        abstain=count[Ballot.Choice.ABSTAIN],
    )


def named_tally(item: Item, room: Room | None = None) -> dict[str, int]:
    """How many named ballots are for, against and abstaining; whoever was recused after voting does not count."""
    entitled = (room or room_of(item)).entitled
    return sums([choice for seat, choice in newest_ballots(item).items() if seat in entitled])


def sums(choices: Sequence[str]) -> dict[str, int]:
    """How many choices are for, against and abstaining."""
    return {choice: choices.count(choice) for choice in Ballot.Choice.values}


def newest_ballots(item: Item) -> dict[int, str]:
    """The choice that stands, by appointment: the newest revision of each named ballot of this round."""
    rows = Ballot.objects.filter(item=item, round=item.round)
    newest = rows.order_by("appointment_id", "-revision").distinct("appointment_id")
    return dict(newest.values_list("appointment_id", "choice"))


def convener_of(meeting: Meeting) -> Appointment | None:
    """Who holds the convener's seat on the day of the meeting."""
    return seats_of(meeting).filter(seat__convener=True).first()


def chair_of(meeting: Meeting, item: Item | None = None) -> Appointment | None:
    """Who presides: whom the item names, or the meeting, or else the convener."""
    named = item.chair if item is not None and item.chair is not None else meeting.chair
    return named or convener_of(meeting)


def chair_facts(meeting: Meeting) -> chair.Facts:
    """Who presides: the convener, where attending and no other chair is named."""
    convener = convener_of(meeting)
    presides = convener is not None and chair_of(meeting) == convener
    here = presides and meeting.attendance.filter(appointment=convener, status="present").exists()
    return chair.Facts(chair_post=chair.CONVENER if here else "member")
