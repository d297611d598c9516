"""A meeting's seats: whose they are, how each is marked, and whether the law admits them."""

from coretech.api.problems import RulingShown
from coretech.api.schemas import Shown, Words
from coretech.apps.meetings.sheet import Place
from coretech.apps.people.models import Person


class PersonShown(Shown):
    """A person by id and name."""

    id: int
    name: Words


class MarkShown(Shown):
    """How a seat attended."""

    status: str
    stand_in: PersonShown | None
    cause: str


class PlaceShown(Shown):
    """A seat in office on the day of the meeting, and who could stand in for its holder."""

    appointment: int
    seat: int
    category: int | None
    convener: bool
    holder: PersonShown
    mark: MarkShown | None
    admission: RulingShown
    represented: RulingShown
    stand_ins: list[PersonShown]


def place_shown(place: Place) -> PlaceShown:
    """One seat of the sheet."""
    seat = place.seat.seat
    return PlaceShown(
        appointment=place.seat.pk,
        seat=seat.number,
        category=seat.category,
        convener=seat.convener,
        holder=_person(place.seat.person),
        mark=_mark(place),
        admission=RulingShown.model_validate(place.admission.as_dict()),
        represented=RulingShown.model_validate(place.represented.as_dict()),
        stand_ins=[_person(person) for person in place.stand_ins],
    )


def _mark(place: Place) -> MarkShown | None:
    mark = place.mark
    if mark is None:
        return None
    stand_in = None if mark.stand_in is None else _person(mark.stand_in)
    return MarkShown(status=mark.status, stand_in=stand_in, cause=mark.cause)


def _person(person: Person) -> PersonShown:
    return PersonShown(id=person.pk, name=Words.of(person.name))
