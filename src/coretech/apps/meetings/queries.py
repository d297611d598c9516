"""Which meetings somebody may see, and whether a case's dossier opens to them."""

from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.queries import appointments_on
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import matter_of
from coretech.apps.meetings.facts import Room, newest_declarations
from coretech.apps.meetings.locking import no_such_item, no_such_meeting
from coretech.apps.meetings.models import Ballot, Declaration, Item, Meeting
from coretech.law.access import Action, Matter, Role, Secrecy, who_may
from coretech.law.ruling import Ruling


def visible_meetings(by: Acting) -> QuerySet[Meeting]:
    """All for the Office and the council's members; none for anybody else."""
    meetings = Meeting.objects.select_related("body")
    ruling = who_may(Action.READ_MEETING, by.standing, Matter(), by.today)
    return meetings if ruling.is_yes else meetings.none()


def require_reader(by: Acting) -> None:
    """Refuse whoever may not know of any meeting (HTTP 403)."""
    allow(by, Action.READ_MEETING)


def find_meeting(by: Acting, meeting_id: int) -> Meeting:
    """The meeting, where this reader may know of it (HTTP 404 otherwise)."""
    meeting = visible_meetings(by).filter(pk=meeting_id).first()
    if meeting is None:
        raise no_such_meeting()
    return meeting


def find_item(by: Acting, item_id: int) -> Item:
    """The item with its meeting and case, where this reader may know of the meeting (HTTP 404 otherwise)."""
    rows = Item.objects.select_related(
        "meeting__body", "case__submitter", "case__authority", "case__sector"
    ).filter(meeting__in=visible_meetings(by))
    item = rows.filter(pk=item_id).first()
    if item is None:
        raise no_such_item()
    return item


def called_meetings(by: Acting) -> QuerySet[Meeting]:
    """The meetings that have been called and not begun, next one first."""
    return visible_meetings(by).filter(state=Meeting.State.CALLED).order_by("held_on", "pk")


def coming_meetings(by: Acting) -> QuerySet[Meeting]:
    """The meetings that are not closed, next one first."""
    return visible_meetings(by).exclude(state=Meeting.State.CLOSED).order_by("held_on", "pk")


def newest_item(by: Acting, case: Case) -> Item | None:
    """The case's place on the newest agenda this reader may know of, or None."""
    items = Item.objects.select_related("meeting__body").filter(case=case, meeting__in=visible_meetings(by))
    return items.order_by("-pk").first()


def agenda_of(meeting: Meeting) -> QuerySet[Item]:
    """The meeting's items in order, each with its case."""
    return meeting.items.select_related("meeting__body", "case").order_by("order")


def seats_of(meeting: Meeting) -> QuerySet[Appointment]:
    """The seats in office on the day of the meeting, by number."""
    return appointments_on(meeting.body, meeting.day)


def seat_of(by: Acting, meeting: Meeting) -> Appointment | None:
    """The seat somebody holds in this meeting, or None."""
    return seats_of(meeting).filter(person_id=by.person_id or 0).first()


@dataclass(frozen=True, slots=True)
class OwnPart:
    """How one member stands to an item: what was declared last, and whether a vote was cast."""

    declaration: Declaration | None
    voted: bool

    @property
    def recused(self) -> bool:
        """Whether the member steps aside."""
        return self.declaration is not None and self.declaration.recused


def own_part(item: Item, seat: Appointment) -> OwnPart:
    """How the holder of a seat stands to an item."""
    newest = Declaration.objects.filter(item=item, appointment=seat).order_by("-pk").first()
    return OwnPart(newest, Ballot.objects.filter(item=item, appointment=seat).exists())


def undeclared_seats(item: Item, room: Room) -> list[Appointment]:
    """The seats in office whose holders have not declared on the item."""
    return [seat for seat in seats_of(item.meeting) if seat.pk not in room.declared]


def waiting_voters(item: Item, room: Room) -> list[Appointment]:
    """The seats that may vote on the item and have not: a count for everybody, the names for the Office alone."""
    voted = frozenset(item.ballots.values_list("appointment_id", flat=True))
    return [seat for seat in seats_of(item.meeting) if seat.pk in room.entitled - voted]


def dossier_ruling(by: Acting, case: Case) -> Ruling:
    """Whether the case's dossier opens to this reader: one answer for page, API, command, mail and export."""
    return who_may(Action.READ_DOSSIER, by.standing, dossier_matter(by, case), by.today)


def dossier_matter(by: Acting, case: Case) -> Matter:
    """How a reader stands to a case: the Office and its agencies' people are named, members once it is on an agenda."""
    own = matter_of(case).agencies
    named, declared, recused = _as_member(by, case)
    reviews = case.submitter.code in by.standing.panels
    if Role.OFFICE in by.standing.roles or reviews or by.standing.agencies & own:
        return Matter(own, Secrecy.CONFIDENTIAL, named=True, declared=True, recused=recused)
    return Matter(own, Secrecy.CONFIDENTIAL, named=named, declared=declared, recused=recused)


def _as_member(by: Acting, case: Case) -> tuple[bool, bool, bool]:
    """Named, declared, recused: from the newest agenda the case stands on."""
    item = Item.objects.select_related("meeting__body").filter(case=case).order_by("-pk").first()
    if item is None or Role.COUNCIL_MEMBER not in by.standing.roles:
        return False, False, False
    mine = [d for d in newest_declarations(item).values() if d.appointment.person_id == by.person_id]
    return True, bool(mine), any(declaration.recused for declaration in mine)
