"""Whatever is appointed, ended, filled, renewed and added, in any order: the record stays lawful.

Each step may be refused; what it leaves behind is judged by a slow reference of its own.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.nomination import Nomination
from coretech.apps.bodies.operations.add_seat import add_seat
from coretech.apps.bodies.operations.appoint import appoint
from coretech.apps.bodies.operations.end_appointment import end_appointment
from coretech.apps.bodies.operations.fill_vacancy import fill_vacancy
from coretech.apps.bodies.operations.renew import Again, renew
from coretech.apps.bodies.seating import NewSeat
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import bodies_factories as bodies

pytestmark = pytest.mark.usefixtures("stage")

FIRST = dt.date(2030, 1, 1)
SEATS, PEOPLE = 3, 3
REPRESENTATIVE = 2
"""The place of the seat, among those tried, whose holder is under no cap."""

Step = tuple[str, int, int, int, int]
STEPS = some.tuples(
    some.sampled_from(["appoint", "appoint", "end", "fill", "renew", "convener"]),
    some.integers(0, SEATS - 1),
    some.integers(0, PEOPLE - 1),
    some.integers(0, 60).map(lambda months: months * 45),
    some.sampled_from([0, 90, 400, 729, 730, 731]),
)


class World:
    """A body of a few seats that a few people come and go on."""

    def __init__(self) -> None:
        """Three seats of the stage's council, empty in the years that are tried."""
        self.by = factories.acting("office")
        self.body = Body.objects.get(kind=Body.Kind.COUNCIL)
        self.seats = [
            bodies.new_seat(),
            bodies.new_seat(5),
            bodies.new_seat(category=1, represents="moe"),
        ]
        self.people = [Person.objects.create(name_zh=f"人{n}", name_en=f"P{n}") for n in range(PEOPLE)]
        self.done: Counter[str] = Counter()

    def take(self, step: Step) -> None:
        """Try one step."""
        name, seat, person, day, length = step
        tries: dict[str, Callable[[], object]] = {
            "appoint": lambda: appoint(self.by, self.seats[seat].pk, self._given(person, day, length)),
            "end": lambda: end_appointment(self.by, self._held(seat), FIRST + dt.timedelta(day), "resigned"),
            "fill": lambda: fill_vacancy(self.by, self._left(seat), self._given(person, day, 0)),
            "renew": lambda: renew(self.by, self._held(seat), Again()),
            "convener": lambda: add_seat(self.by, self.body.pk, NewSeat(category=4, convener=True)),
        }
        try:
            tries[name]()
        except Refused:
            self.done["refused"] += 1
        else:
            self.done[name] += 1

    def record(self) -> list[Appointment]:
        """Everything on these seats."""
        return list(Appointment.objects.filter(seat__in=self.seats).select_related("fills").order_by("start"))

    def _given(self, person: int, day: int, length: int) -> Nomination:
        start = FIRST + dt.timedelta(day)
        end = start + dt.timedelta(length) if length else None
        return Nomination(self.people[person].pk, start, end, post_zh="司長")

    def _held(self, seat: int) -> int:
        newest = Appointment.objects.filter(seat=self.seats[seat]).order_by("-start").first()
        return 0 if newest is None else newest.pk

    def _left(self, seat: int) -> int:
        left = (
            Appointment.objects.filter(seat=self.seats[seat], left_on__isnull=False)
            .order_by("-start")
            .first()
        )
        return 0 if left is None else left.pk


def days(held: Appointment) -> tuple[dt.date, dt.date]:
    return held.start, min(held.end, held.left_on or held.end)


def overlap(one: Appointment, other: Appointment) -> bool:
    (first, last), (start, end) = days(one), days(other)
    return first <= end and start <= last


def two_years(start: dt.date) -> dt.date:
    """The longest lawful end, told by the calendar alone."""
    if (start.month, start.day) == (2, 29):
        return dt.date(start.year + 2, 2, 28)
    return start.replace(year=start.year + 2) - dt.timedelta(days=1)


def a_year_apart(one: Appointment, other: Appointment) -> bool:
    free = days(one)[1] + dt.timedelta(days=1)
    return (other.start - free).days >= 365 + (free.year % 4 == 0 or other.start.year % 4 == 0)


def longest_row(terms: Sequence[Appointment]) -> int:
    """The most terms of one person without a break of a year."""
    longest = row = 1 if terms else 0
    for one, other in pairwise(terms):
        row = 1 if a_year_apart(one, other) else row + 1
        longest = max(longest, row)
    return longest


def assert_lawful(world: World) -> None:
    record = world.record()
    for one, other in combinations(record, 2):
        assert not (one.seat_id == other.seat_id and overlap(one, other))
        assert not (one.person_id == other.person_id and overlap(one, other))
    for held in record:
        assert held.start <= held.end <= two_years(held.start)
        if held.fills is not None:
            assert held.fills.left_on is not None
            assert held.fills.left_on < held.start
            assert held.end == held.fills.end
    assert Seat.objects.filter(body=world.body, convener=True).count() == 1
    for person in world.people:
        terms = [held for held in record if held.person_id == person.pk]
        if not any(held.seat_id == world.seats[REPRESENTATIVE].pk for held in terms):
            fills = [held for held in terms if held.fills_id]
            assert longest_row(terms) <= 2 + max(len(fills) - 1, 0)


def lived(steps: Iterable[Step]) -> Counter[str]:
    world = World()
    for step in steps:
        world.take(step)
        assert_lawful(world)
    return world.done


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(some.lists(STEPS, min_size=4, max_size=14))
@example([("appoint", 0, 0, 0, 0), ("renew", 0, 0, 0, 0), ("renew", 0, 0, 0, 0)])
@example([("appoint", 0, 0, 0, 0), ("end", 0, 0, 90, 0), ("fill", 0, 1, 135, 0), ("renew", 0, 0, 0, 0)])
def test_no_sequence_of_steps_leaves_an_unlawful_record(steps: list[Step]) -> None:
    rehearsed(lambda: lived(steps))


def test_the_steps_that_are_tried_do_get_done() -> None:
    steps = [
        ("appoint", 0, 0, 0, 0),
        ("appoint", 1, 1, 0, 729),
        ("appoint", 2, 2, 0, 0),
        ("end", 0, 0, 90, 0),
        ("fill", 0, 0, 135, 0),
        ("renew", 1, 0, 0, 0),
        ("renew", 1, 0, 0, 0),
        ("renew", 2, 0, 0, 0),
        ("renew", 2, 0, 0, 0),
        ("convener", 0, 0, 0, 0),
    ]

    done = lived(steps)

    assert done == {"appoint": 3, "end": 1, "fill": 1, "renew": 3, "refused": 2}
