"""Which meetings somebody may see, and whether a case's dossier opens to them."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.queries import sent_to
from coretech.apps.cases.grants import has_leave
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import matter_of
from coretech.apps.meetings.facts import Room, newest_declarations
from coretech.apps.meetings.locking import no_such_item, no_such_meeting
from coretech.apps.meetings.models import Declaration, Item, Meeting
from coretech.apps.meetings.seats import seat_of, seats_of
from coretech.law.access import Action, Matter, Role, Secrecy, who_may
from coretech.law.ruling import Ruling

_NONE = Q(pk__in=[])
_ALL_MEETINGS = frozenset({Role.OFFICE, Role.COUNCIL_MEMBER, Role.CONVENER})


def visible_meetings(by: Acting) -> QuerySet[Meeting]:
    """The council's for the Office and its members, a panel's for its members and its agency; else none.

    A coordination meeting is seen by whoever controls plans for the agency that runs it, and by the agencies called.

    A stand-in sees the meetings of the days an agency sends that person to, until they are over.
    """
    meetings = Meeting.objects.select_related("body__agency")
    return meetings.filter(_of_the_council(by) | _of_panels(by) | _of_coordination(by))


def _of_the_council(by: Acting) -> Q:
    if not who_may(Action.READ_MEETING, by.standing, Matter(), by.today).is_yes:
        return _NONE
    council = Q(body__kind=Body.Kind.COUNCIL)
    if by.standing.roles & _ALL_MEETINGS:
        return council
    sent = _NONE
    for body, day in sent_to(by.person_id or 0, by.today):
        sent |= Q(body=body, held_on=day)
    return council & sent


def _of_panels(by: Acting) -> Q:
    own = by.standing.agencies | by.standing.panels
    may = who_may(Action.READ_PANEL, by.standing, Matter(agencies=own), by.today)
    return Q(body__kind=Body.Kind.PANEL, body__agency__code__in=own) if may.is_yes else _NONE


def _of_coordination(by: Acting) -> Q:
    if not who_may(Action.JOIN_COORDINATION, by.standing, Matter(), by.today).is_yes:
        return _NONE
    own = by.standing.agencies | by.standing.heads
    called = Meeting.agencies.through.objects.filter(agency__code__in=own).values("meeting")
    concerns = Q(body__agency__code__in=by.standing.controls) | Q(pk__in=called)
    return Q(body__kind=Body.Kind.COORDINATION) & concerns


def require_reader(by: Acting) -> None:
    """Refuse whoever may not know of any meeting (HTTP 403)."""
    if who_may(Action.JOIN_COORDINATION, by.standing, Matter(), by.today).is_yes:
        return
    own = by.standing.agencies | by.standing.panels
    if not who_may(Action.READ_PANEL, by.standing, Matter(agencies=own), by.today).is_yes:
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
    return (
        visible_meetings(by)
        .exclude(state__in=[Meeting.State.CLOSED, Meeting.State.CANCELLED])
        .order_by("held_on", "pk")
    )


def newest_item(by: Acting, case: Case) -> Item | None:
    """The case's place on the newest agenda this reader may know of, or None."""
    items = Item.objects.select_related("meeting__body").filter(case=case, meeting__in=visible_meetings(by))
    return items.order_by("-pk").first()


def agenda_of(meeting: Meeting) -> QuerySet[Item]:
    """The meeting's items in order, each with its case."""
    return meeting.items.select_related("meeting__body", "case").order_by("order")


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
    """How whoever sits in a seat stands to an item."""
    newest = newest_declarations(item).get(seat.pk)
    return OwnPart(newest, seat.pk in voted_seats(item))


def voted_seats(item: Item) -> frozenset[int]:
    """The seats that have voted, openly or on the roll of a secret ballot: never how."""
    named = item.ballots.filter(round=item.round).values_list("appointment_id", flat=True)
    roll = item.roll.filter(round=item.round).values_list("appointment_id", flat=True)
    return frozenset(named) | frozenset(roll)


def undeclared_seats(item: Item, room: Room) -> list[Appointment]:
    """The seats in office whose holders have not declared on the item."""
    return [seat for seat in seats_of(item.meeting) if seat.pk not in room.declared]


def waiting_voters(item: Item, room: Room) -> list[Appointment]:
    """The seats that may vote on the item and have not: a count for everybody, the names for the Office alone."""
    left = room.entitled - voted_seats(item)
    return [seat for seat in seats_of(item.meeting) if seat.pk in left]


def dossier_ruling(by: Acting, case: Case) -> Ruling:
    """Whether the dossier as a whole opens to this reader; a part of another level has a ruling of its own."""
    return who_may(Action.READ_DOSSIER, by.standing, dossier_matter(by, case), by.today)


def dossier_matter(by: Acting, case: Case) -> Matter:
    """How a reader stands to a case: the Office and its agencies' officers are named, members once on an agenda."""
    own = matter_of(case).agencies
    named, declared, recused = _as_member(by, case)
    runs = Role.OFFICE in by.standing.roles or bool(by.standing.agencies & own)
    return Matter(
        own if runs else own | by.standing.panels,
        Secrecy.CONFIDENTIAL,
        named=runs or named,
        declared=runs or declared,
        recused=recused,
        granted=has_leave(by, case),
    )


def _as_member(by: Acting, case: Case) -> tuple[bool, bool, bool]:
    """Named, declared, recused: from the newest agenda that the case stands on and the reader has a seat at."""
    items = Item.objects.select_related("meeting__body").filter(case=case, meeting__in=visible_meetings(by))
    for item in items.exclude(meeting__state=Meeting.State.CANCELLED).order_by("-pk"):
        seat = seat_of(by, item.meeting)
        if seat is not None:
            mine = Declaration.objects.standing().filter(
                item=item, appointment=seat, person_id=by.person_id or 0
            )
            newest = mine.order_by("-pk").first()
            return True, newest is not None, newest is not None and newest.recused
    return False, False, False
