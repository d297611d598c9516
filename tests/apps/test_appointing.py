"""Appointing, ending, filling and renewing: what the law allows, and what it refuses by which ruling."""

import datetime as dt
from collections.abc import Callable

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.nomination import NewPerson, Nomination
from coretech.apps.bodies.operations import appoint, end_appointment, fill_vacancy, renew
from coretech.apps.bodies.operations.add_seat import add_seat
from coretech.apps.bodies.operations.renew import Again
from coretech.apps.bodies.seating import NewSeat
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused
from tests import factories
from tests.apps.refusing import refused
from tests.factories import bodies_factories as bodies

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY


def question(refusal: Refused) -> str:
    assert refusal.ruling is not None
    return str(refusal.ruling.as_dict()["question"])


def put(seat: Seat, given: Nomination) -> Callable[[], Act]:
    return lambda: appoint.appoint(factories.acting("office"), seat.pk, given)


def test_a_term_without_an_end_ends_as_the_law_says() -> None:
    made = bodies.appointed(bodies.new_seat(), bodies.somebody())

    assert (made.start, made.end) == (DAY, dt.date(2027, 6, 1))
    act = Act.objects.latest("seq")
    assert act.kind == "appointment.made"
    assert made.person.name_zh not in str(act.public)
    assert act.confidential["name"] == made.person.name_zh


def test_a_term_longer_than_two_years_is_refused_by_ruling() -> None:
    refusal = refused(put(bodies.new_seat(), bodies.somebody(end=dt.date(2027, 6, 2))))

    assert (refusal.status, question(refusal)) == (409, "term.length")


def test_a_term_that_ends_before_it_begins_is_bad_input() -> None:
    refusal = refused(put(bodies.new_seat(), bodies.somebody(end=DAY - dt.timedelta(days=1))))

    assert (refusal.status, refusal.field) == (422, "end")


def test_terms_in_a_seat_may_not_overlap() -> None:
    refusal = refused(put(bodies.seat(20), bodies.somebody()))

    assert (refusal.status, refusal.field) == (422, "start")


def test_nobody_has_two_seats_on_a_body() -> None:
    member = bodies.held(20).person_id

    refusal = refused(put(bodies.new_seat(), Nomination(member, DAY)))

    assert (refusal.status, refusal.field) == (422, "person")


def test_a_representative_needs_the_post_the_seat_follows() -> None:
    seat = bodies.new_seat(category=1, represents="moe")

    assert refused(put(seat, bodies.somebody())).field == "post_zh"
    assert bodies.appointed(seat, bodies.somebody(post="次長")).post_zh == "次長"


def test_a_second_term_is_allowed_and_a_third_refused_by_ruling() -> None:
    first = bodies.held(20)
    second = Appointment.objects.get(
        pk=bodies.number_of(renew.renew(factories.acting("office"), first.pk, Again()).subject)
    )
    assert (second.start, second.end) == (dt.date(2027, 3, 3), dt.date(2029, 3, 2))

    refusal = refused(lambda: renew.renew(factories.acting("office"), second.pk, Again()))

    assert (refusal.status, question(refusal)) == (409, "term.renewal")


def test_a_representative_may_be_renewed_for_as_long_as_the_post_is_held() -> None:
    by = factories.acting("office")
    seat = bodies.new_seat(category=2, represents="sinica")
    held = bodies.appointed(seat, bodies.somebody(post="所長"))
    for _ in range(3):
        held = Appointment.objects.get(pk=bodies.number_of(renew.renew(by, held.pk, Again()).subject))

    assert held.end == dt.date(2033, 6, 1)
    assert held.post_zh == "所長"


def test_a_term_entered_afterwards_may_not_make_a_later_one_the_third() -> None:
    by = factories.acting("office")
    first = bodies.held(20)
    renew.renew(by, first.pk, Again())

    earlier = Nomination(first.person_id, dt.date(2023, 3, 3), dt.date(2025, 3, 2))
    refusal = refused(put(bodies.new_seat(), earlier))

    assert question(refusal) == "term.renewal"


def test_terms_before_a_break_are_told_where_another_reading_counts_them() -> None:
    by, seat = factories.acting("office"), bodies.new_seat()
    long_ago = bodies.appointed(seat, bodies.somebody(dt.date(2019, 1, 1)))
    for start in (dt.date(2023, 1, 1), dt.date(2025, 1, 1)):
        foreseen = appoint.foresee(by, seat.pk, Nomination(long_ago.person_id, start))
        appoint.appoint(by, seat.pk, Nomination(long_ago.person_id, start))

    assert any("中斷前" in warning.zh for warning in foreseen.warnings)


def test_a_seat_left_early_is_filled_to_the_end_of_that_term_and_no_further() -> None:
    left = bodies.left(20, dt.date(2025, 5, 31))

    refusal = refused(put(bodies.seat(20), bodies.somebody()))
    assert question(refusal) == "vacancy.fill"
    act = fill_vacancy.fill_vacancy(factories.acting("office"), left.pk, bodies.somebody())

    made = Appointment.objects.get(pk=bodies.number_of(act.subject))
    assert (made.fills, made.end) == (left, left.end)
    assert "vacancy" in act.kind


def test_a_vacancy_is_filled_once() -> None:
    left = bodies.left(20, dt.date(2025, 5, 31))
    by = factories.acting("office")
    fill_vacancy.fill_vacancy(by, left.pk, bodies.somebody())

    assert (
        refused(lambda: fill_vacancy.fill_vacancy(by, left.pk, bodies.somebody(name="又一人"))).status == 409
    )


@pytest.mark.parametrize("end", [dt.date(2027, 3, 1), dt.date(2027, 3, 3)])
def test_a_fill_that_ends_on_another_day_is_refused_by_ruling(end: dt.date) -> None:
    left = bodies.left(20, dt.date(2025, 5, 31))

    refusal = refused(
        lambda: fill_vacancy.fill_vacancy(factories.acting("office"), left.pk, bodies.somebody(end=end))
    )

    assert question(refusal) == "vacancy.fill"


def test_nothing_is_left_to_fill_after_the_term() -> None:
    left = bodies.left(20, dt.date(2025, 5, 31))

    late = bodies.somebody(dt.date(2027, 3, 3))
    refusal = refused(lambda: fill_vacancy.fill_vacancy(factories.acting("office"), left.pk, late))

    assert question(refusal) == "vacancy.fill"
    assert bodies.appointed(bodies.seat(20), late).fills is None


def test_a_fill_counts_as_a_term() -> None:
    by = factories.acting("office")
    left = bodies.left(20, dt.date(2025, 5, 31))
    filled = bodies.number_of(fill_vacancy.fill_vacancy(by, left.pk, bodies.somebody()).subject)
    again = bodies.number_of(renew.renew(by, filled, Again()).subject)

    assert question(refused(lambda: renew.renew(by, again, Again()))) == "term.renewal"


def test_an_expert_does_not_leave_with_a_post() -> None:
    by, expert = factories.acting("office"), bodies.held(20)

    refusal = refused(lambda: end_appointment.end_appointment(by, expert.pk, DAY, "post"))

    assert question(refusal) == "term.serving"


def test_a_representative_leaves_with_the_post() -> None:
    gone = bodies.left(3, DAY, "post")

    assert (gone.left_on, gone.left_why) == (DAY, "post")
    assert Act.objects.latest("seq").public["rulings"][0]["question"] == "term.serving"


@pytest.mark.parametrize("on", [dt.date(2025, 3, 2), dt.date(2027, 3, 2), dt.date(2027, 3, 3)])
def test_a_seat_is_left_within_the_term(on: dt.date) -> None:
    by, expert = factories.acting("office"), bodies.held(20)

    assert refused(lambda: end_appointment.end_appointment(by, expert.pk, on, "resigned")).field == "left_on"


def test_a_seat_is_left_once_and_for_a_cause() -> None:
    by, gone = factories.acting("office"), bodies.left(20, DAY)

    assert refused(lambda: end_appointment.end_appointment(by, gone.pk, DAY, "resigned")).status == 409
    assert refused(lambda: renew.renew(by, gone.pk, Again())).status == 409
    other = bodies.held(21)
    assert refused(lambda: end_appointment.end_appointment(by, other.pk, DAY, "bored")).field == "why"


def test_somebody_who_died_is_not_appointed_again() -> None:
    gone = bodies.left(20, DAY, "died")

    refusal = refused(put(bodies.new_seat(), Nomination(gone.person_id, dt.date(2027, 5, 1))))

    assert refusal.field == "person"


def test_falling_below_the_lowest_number_is_told_before_and_kept_on_the_act() -> None:
    by = factories.acting("office")
    for number in (20, 21, 22, 23):
        bodies.left(number, DAY)

    foreseen = end_appointment.foresee(by, bodies.held(24).pk, DAY, "resigned")
    assert any("20人" in warning.zh for warning in foreseen.warnings)
    assert Appointment.objects.filter(left_on__isnull=False).count() == 4
    bodies.left(24, DAY)

    assert any("20人" in warning["zh"] for warning in Act.objects.latest("seq").confidential["warnings"])


def test_a_twenty_eighth_member_is_refused_by_ruling() -> None:
    for count in range(2):
        bodies.appointed(bodies.new_seat(), bodies.somebody(name=f"第{26 + count}位"))

    refusal = refused(put(bodies.new_seat(), bodies.somebody(name="第28位")))

    assert question(refusal) == "council.composition"
    assert bodies.appointed(bodies.new_seat(), bodies.somebody(dt.date(2027, 3, 3), "下一任"))


def test_a_preview_writes_nothing() -> None:
    people, held = Person.objects.count(), Appointment.objects.count()

    foreseen = appoint.foresee(factories.acting("office"), bodies.new_seat().pk, bodies.somebody())

    assert foreseen.appointment.end == dt.date(2027, 6, 1)
    assert (Person.objects.count(), Appointment.objects.count()) == (people, held)


def test_somebody_of_the_same_name_is_pointed_out() -> None:
    known = bodies.held(20).person

    foreseen = appoint.foresee(
        factories.acting("office"), bodies.new_seat().pk, bodies.somebody(name=known.name_zh)
    )

    assert any(f"編號{known.pk}" in warning.zh for warning in foreseen.warnings)


@pytest.mark.parametrize("username", ["agency-nstc", "member-01", "announcer", "administrator", "public"])
def test_only_the_office_appoints_to_the_council(username: str) -> None:
    by, seat = factories.acting(username), bodies.new_seat()

    assert refused(lambda: appoint.appoint(by, seat.pk, bodies.somebody())).status == 403
    assert refused(lambda: end_appointment.end_appointment(by, bodies.held(20).pk, DAY, "died")).status == 403


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (NewSeat(), "category"),
        (NewSeat(category=6), "category"),
        (NewSeat(category=4, group="expert"), "group"),
        (NewSeat(category=4, represents="moe"), "represents"),
        (NewSeat(category=1), "represents"),
        (NewSeat(category=1, represents="nowhere"), "represents"),
        (NewSeat(number=1, category=4), "number"),
        (NewSeat(number=0, category=4), "number"),
    ],
)
def test_a_seat_the_council_cannot_have_is_refused(given: NewSeat, field: str) -> None:
    assert refused(lambda: add_seat(factories.acting("office"), bodies.council().pk, given)).field == field


def test_there_is_one_convener() -> None:
    second = NewSeat(category=4, convener=True)

    assert refused(lambda: add_seat(factories.acting("office"), bodies.council().pk, second)).status == 409


def test_the_office_gets_its_one_director() -> None:
    by, body = factories.acting("office"), Body.objects.get(kind=Body.Kind.OFFICE)
    Appointment.objects.filter(seat__body=body, seat__convener=True).delete()
    seat = body.seats.get(convener=True).pk
    assert refused(lambda: add_seat(by, body.pk, NewSeat(convener=True))).status == 409

    assert refused(lambda: appoint.appoint(by, seat, bodies.somebody())).field == "end"
    given = Nomination(NewPerson("主任（示範）"), DAY, dt.date(2030, 1, 1))
    assert appoint.foresee(by, seat, given).warnings == ()
    assert appoint.appoint(by, seat, given).public["fills"] is None
