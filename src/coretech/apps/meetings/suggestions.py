"""Who might consider stepping aside, from facts already known: never automatic, and never with a reason (art. 12).

The chair and the secretariat see them all, a member those about the own seat, and nobody else any.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from django.db.models import Q

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.powers import who_may_on
from coretech.apps.cases.models import Case
from coretech.apps.meetings.facts import Room, chair_of, room_of
from coretech.apps.meetings.models import Declaration, Item
from coretech.apps.meetings.seats import seats_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


class Known(Enum):
    """What is known, in words for the member concerned."""

    PROPOSES = Sentence("所代表的機關（構）提報本案", "the body represented submitted the case")
    AUTHORITY = Sentence(
        "所代表的機關（構）將為本項技術的主管機關", "the body represented would be the technology's authority"
    )
    DECLARED = Sentence(
        "曾就同一案件或技術申報利益關係", "an interest was declared on the same case or technology before"
    )
    REVIEWED = Sentence(
        "曾於提報機關的專家審查會審查本案", "the same person reviewed the case on the agency's panel"
    )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One seat and one thing known of whoever sits in it."""

    seat: Appointment
    known: Known


def suggestions(item: Item) -> list[Suggestion]:
    """What is known of those who sit in the seats and have not stepped aside from the item, by seat."""
    if item.case is None:
        return []
    room = room_of(item)
    seats = [seat for seat in seats_of(item.meeting) if seat.pk not in room.recused]
    declared, reviewed = _declared_before(item, item.case), _reviewers(item.case)
    found = []
    for seat in seats:
        found += [Suggestion(seat, known) for known in _of_agency(item.case, seat)]
        person = room.people[seat.pk]
        found += [Suggestion(seat, Known.DECLARED)] if person in declared else []
        found += [Suggestion(seat, Known.REVIEWED)] if person in reviewed else []
    return found


def suggestions_for(by: Acting, item: Item) -> list[Suggestion]:
    """Those of them that this reader may know of."""
    found, room = suggestions(item), room_of(item)
    if sees_all(by, item, room):
        return found
    return [each for each in found if by.person_id and room.people[each.seat.pk] == by.person_id]


def sees_all(by: Acting, item: Item, room: Room) -> bool:
    """Whether this reader keeps the item's declarations: the secretariat, and whoever presides over the item."""
    if who_may_on(by, item.meeting.body, Action.RECORD_HANDS).is_yes:
        return True
    chair = chair_of(item.meeting, item)
    return chair is not None and by.person_id is not None and room.people.get(chair.pk) == by.person_id


def _of_agency(case: Case, seat: Appointment) -> Iterator[Known]:
    """What the body behind a seat has to do with a case; representing it is no personal interest by itself."""
    represents = seat.seat.represents_id
    if represents is not None and represents == case.submitter_id:
        yield Known.PROPOSES
    if represents is not None and represents == case.authority_id:
        yield Known.AUTHORITY


def _declared_before(item: Item, case: Case) -> frozenset[int]:
    """Who declared an interest in the same case or technology at another item."""
    same = Q(item__case=case) | Q(item__case__technology=case.technology_id)
    rows = Declaration.objects.standing().filter(same, interest=True).exclude(item=item)
    return frozenset(rows.values_list("person_id", flat=True))


def _reviewers(case: Case) -> frozenset[int]:
    """Who sat on the submitting agency's panel on a day on which it reviewed the case."""
    served: set[int] = set()
    for day in case.reviews.values_list("held_on", flat=True):
        panel = Appointment.objects.filter(
            seat__body__kind=Body.Kind.PANEL,
            seat__body__agency=case.submitter_id,
            start__lte=day,
            end__gte=day,
        )
        served |= set(panel.filter(Q(left_on=None) | Q(left_on__gte=day)).values_list("person_id", flat=True))
    return frozenset(served)
