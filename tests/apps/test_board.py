"""The board of a body on any day: who sits, what falls due, whether it is lawfully composed."""

import datetime as dt
from functools import partial

import pytest

from coretech.apps.bodies.board import board_on
from coretech.apps.bodies.coming import Kind, due_after
from coretech.apps.bodies.finding import visible_bodies
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.nomination import Nomination
from coretech.apps.bodies.operations.add_seat import add_seat
from coretech.apps.bodies.operations.appoint import appoint
from coretech.apps.bodies.operations.fill_vacancy import fill_vacancy
from coretech.apps.bodies.operations.form_panel import Member, Panel, form_panel
from coretech.apps.bodies.operations.form_panel import foresee as foresee_panel
from coretech.apps.bodies.operations.renew import Again, renew
from coretech.apps.bodies.operations.set_up_body import set_up_body
from coretech.apps.bodies.seating import NewSeat
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.yearly import annual_meeting_ruling
from coretech.apps.people.models import Agency, Posting
from tests import factories
from tests.apps.refusing import refused
from tests.factories import bodies_factories as bodies

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY
GROUPS = ("agency", "expert", "expert", "industry", "industry")


def members(groups: tuple[str, ...] = GROUPS) -> tuple[Member, ...]:
    return tuple(Member(f"審查人{place}", f"Reviewer {place}", group) for place, group in enumerate(groups))


def panel(groups: tuple[str, ...] = GROUPS, convenes_as: str = "head") -> Panel:
    return Panel("mohw", DAY, convenes_as, members(groups))


def officer_of(agency: str) -> None:
    """The officer of the stage's first agency serves another as well."""
    person = Posting.objects.get(person__account__username="agency-nstc").person
    Posting.objects.create(
        person=person, agency=Agency.objects.get(code=agency), kind="officer", start=bodies.FIRST
    )


def test_the_board_of_today_names_everybody_with_the_term() -> None:
    board = board_on(bodies.council(), DAY)

    assert board.seated == 25
    assert [ruling.outcome.value for ruling in board.rulings] == ["yes", "yes"]
    first = board.places[0]
    assert (first.seat.number, first.term, first.since, first.until) == (1, 1, bodies.FIRST, bodies.LAST)


def test_an_agency_bears_the_name_of_the_day() -> None:
    body = bodies.council()

    names = [board_on(body, day).places[0].agency for day in (dt.date(2021, 1, 1), DAY)]

    assert [name and name.zh for name in names] == ["科技部", "國家科學及技術委員會"]


def test_before_the_first_appointment_and_after_the_last_nobody_sits() -> None:
    body = bodies.council()
    for day in (bodies.FIRST - dt.timedelta(days=1), bodies.LAST + dt.timedelta(days=1)):
        board = board_on(body, day)
        assert board.seated == 0
        assert not board.rulings[0].is_yes
    assert board.places[0].since == dt.date(2027, 3, 3)


def test_a_vacant_seat_says_since_when_and_which_term_it_is() -> None:
    left = bodies.left(20, DAY)
    day = DAY + dt.timedelta(days=1)

    vacant = board_on(bodies.council(), day).places[19]
    assert (vacant.held, vacant.since, vacant.vacated) == (None, day, left)
    assert board_on(bodies.council(), DAY).places[19].held == left

    fill_vacancy(factories.acting("office"), left.pk, bodies.somebody(day))
    place = board_on(bodies.council(), day).places[19]
    assert place.held is not None
    assert (place.held.fills_id, place.vacated, place.until) == (left.pk, None, bodies.LAST)


def test_a_renewed_member_is_in_the_second_term_since_the_first_day() -> None:
    renew(factories.acting("office"), bodies.held(20).pk, Again())

    place = board_on(bodies.council(), dt.date(2027, 3, 3)).places[19]

    assert (place.term, place.since) == (2, bodies.FIRST)


def test_within_180_days_of_the_end_every_term_falls_due_and_the_council_with_them() -> None:
    body = bodies.council()
    assert due_after(body, bodies.LAST - dt.timedelta(days=181)) == []

    due = due_after(body, bodies.LAST - dt.timedelta(days=179))

    assert sum(each.kind is Kind.TERM_ENDS for each in due) == 25
    (defect,) = [each for each in due if each.kind is Kind.DEFECTIVE]
    assert defect.on == dt.date(2027, 3, 3)
    assert defect.ruling is not None
    assert defect.ruling.question == "council.composition"


def test_the_last_day_itself_still_falls_due() -> None:
    assert {each.kind for each in due_after(bodies.council(), bodies.LAST)} == {
        Kind.TERM_ENDS,
        Kind.DEFECTIVE,
    }


def test_somebody_who_leaves_soon_and_somebody_who_begins_soon_are_told() -> None:
    bodies.left(20, dt.date(2025, 7, 1))
    bodies.appointed(bodies.new_seat(), bodies.somebody(dt.date(2025, 8, 1)))

    due = due_after(bodies.council(), DAY)

    assert [(each.kind, each.on) for each in due] == [
        (Kind.LEAVES, dt.date(2025, 7, 1)),
        (Kind.BEGINS, dt.date(2025, 8, 1)),
    ]


def test_a_day_at_the_end_of_the_calendar_has_a_board_too() -> None:
    assert due_after(bodies.council(), dt.date.max) == []
    assert board_on(bodies.council(), dt.date.max).seated == 0


@pytest.mark.parametrize(
    ("username", "kinds"),
    [
        ("office", ["council", "office"]),
        ("member-03", ["council", "office"]),
        ("agency-nstc", ["council", "office", "panel"]),
        ("public", []),
    ],
)
def test_a_panel_is_read_by_its_own_people_alone(username: str, kinds: list[str]) -> None:
    assert [body.kind for body in visible_bodies(factories.acting(username))] == kinds


def test_the_yearly_meeting_is_owed_until_a_regular_one_is_held() -> None:
    body, meeting = bodies.council(), factories.called_meeting()
    before = annual_meeting_ruling(body, DAY)
    factories.listed_item(factories.checked_case(factories.addition()), meeting)
    factories.attend(meeting, 20)
    open_meeting(factories.acting("office"), meeting.pk)
    after = annual_meeting_ruling(body, DAY)

    assert before is not None
    assert after is not None
    assert (before.is_yes, after.is_yes) == (False, True)
    assert annual_meeting_ruling(Body.objects.get(kind="office"), DAY) is None


def test_an_agency_forms_its_panel_with_a_convener() -> None:
    officer_of("mohw")
    act = form_panel(factories.acting("agency-nstc"), panel())

    body = Body.objects.get(pk=bodies.number_of(act.subject))
    board = board_on(body, DAY)
    assert (body.agency.code, board.seated, board.rulings[0].outcome.value) == ("mohw", 5, "yes")
    assert board.places[0].seat.convener
    assert board.places[0].until == dt.date(2027, 6, 1)
    assert "審查人" not in str(act.public)


@pytest.mark.parametrize("groups", [GROUPS[:4], ("expert",) * 12])
def test_a_panel_of_another_size_is_refused_by_ruling_and_nothing_stays(groups: tuple[str, ...]) -> None:
    officer_of("mohw")
    before = Body.objects.count(), Appointment.objects.count()

    refusal = refused(lambda: form_panel(factories.acting("agency-nstc"), panel(groups)))

    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["question"] == "panel.composition"
    assert (Body.objects.count(), Appointment.objects.count()) == before


def test_a_missing_group_and_an_outside_convener_are_told_before() -> None:
    officer_of("mohw")

    formed = foresee_panel(factories.acting("agency-nstc"), panel(("expert",) * 5, "outside_delegate"))

    assert len(formed.warnings) == 2
    assert not Body.objects.filter(agency__code="mohw").exists()


def test_only_an_agency_s_own_officer_forms_its_panel_and_once() -> None:
    for username in ("agency-moea", "office", "member-01"):
        by = factories.acting(username)
        assert refused(partial(form_panel, by, panel())).status == 403
    again = Panel("nstc", DAY, "head", members())
    assert refused(lambda: form_panel(factories.acting("agency-nstc"), again)).status == 409


def test_the_office_sets_up_its_advisers_and_they_may_be_renewed_without_end() -> None:
    by = factories.acting("office")
    act = set_up_body(by, "advisers")
    body = Body.objects.get(pk=bodies.number_of(act.subject))
    seat = body.seats.create(number=1)
    held = bodies.appointed(seat, bodies.somebody())
    for _ in range(3):
        held = Appointment.objects.get(pk=bodies.number_of(renew(by, held.pk, Again()).subject))

    assert held.end == dt.date(2033, 6, 1)
    assert board_on(body, DAY).rulings == ()
    assert refused(lambda: set_up_body(by, "advisers")).status == 409
    assert refused(lambda: set_up_body(by, "panel")).field == "kind"


def test_a_panel_s_own_officer_appoints_within_the_agency_s_term() -> None:
    by = factories.acting("agency-nstc")
    body = Body.objects.get(kind="panel", agency__code="nstc")
    person = bodies.somebody()
    stranger = Nomination(bodies.held(20).person_id, DAY)
    seat = body.seats.create(number=10, group="expert")

    late = bodies.somebody(end=dt.date(2027, 6, 2))
    assert refused(lambda: appoint(by, seat.pk, stranger)).field == "person"
    assert refused(lambda: appoint(by, seat.pk, late)).field == "end"
    assert refused(lambda: appoint(factories.acting("office"), seat.pk, person)).status == 403
    assert appoint(by, seat.pk, person).public["end"] == "2027-06-01"


def test_the_administrator_puts_the_first_people_into_the_office_and_nowhere_else() -> None:
    by = factories.acting("administrator")
    office, council = Body.objects.get(kind=Body.Kind.OFFICE), Body.objects.get(kind=Body.Kind.COUNCIL)

    act = add_seat(by, office.pk, NewSeat(3))

    assert act.kind == "seat.added"
    assert refused(lambda: add_seat(by, council.pk, NewSeat(26, category=4))).status == 403
    assert refused(lambda: set_up_body(by, "advisers")).status == 403
    assert refused(lambda: set_up_body(by, "office")).status == 409
