"""Stand-ins: whom an agency sends in its member's place (art. 5(4))."""

import datetime as dt

from django.http import HttpRequest
from ninja import Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.places_in_room import PersonShown
from coretech.api.problems import RulingShown
from coretech.api.schemas import Day, Given, Id, Line, Shown, Words
from coretech.apps.bodies.operations.designate_stand_in import designate_stand_in
from coretech.apps.meetings.designations import Place, candidates_of, places_of_agency

router = Router(tags=["designations"])


class StandInShown(Shown):
    """Somebody in post at the agency, and whether the agreement lets them in."""

    person: PersonShown
    admission: RulingShown


class SeatToFill(Shown):
    """A seat of one's own agency at a meeting to come."""

    meeting: int
    on: dt.date
    appointment: int
    seat: int
    answer: str | None
    stand_in: PersonShown | None
    candidates: list[StandInShown]


class DesignationGiven(Given):
    """Who comes in a member's place on a day; without a person the designation is taken back."""

    appointment: Id
    on: Day
    person: Id | None = None
    cause: Line = ""


@router.get("", response=list[SeatToFill], summary="可指派的席位 / Seats to send for")
def list_designations(request: HttpRequest) -> list[SeatToFill]:
    """The seats of one's own agency at the council's meetings to come."""
    return [_shown(place) for place in places_of_agency(acting(request))]


@router.post("", response=WRITTEN, summary="指派代表 / Send a stand-in")
def designate(request: HttpRequest, given: DesignationGiven) -> Status[Done]:
    """Send somebody who has signed, or take that back; an expert's seat has no stand-in (art. 5(4))."""
    return written(
        request, lambda by: designate_stand_in(by, given.appointment, given.on, given.person, given.cause)
    )


def _shown(place: Place) -> SeatToFill:
    sent = None if place.designation is None else place.designation.person
    return SeatToFill(
        meeting=place.meeting.pk,
        on=place.day,
        appointment=place.seat.pk,
        seat=place.seat.seat.number,
        answer=None if place.reply is None else place.reply.answer,
        stand_in=None if sent is None else PersonShown(id=sent.pk, name=Words.of(sent.name)),
        candidates=[
            StandInShown(
                person=PersonShown(id=person.pk, name=Words.of(person.name)),
                admission=RulingShown.model_validate(ruling.as_dict()),
            )
            for person, ruling in candidates_of(place)
        ],
    )
