"""Declaring, stepping aside unasked, being ordered to, and what is suggested from known facts (art. 12)."""

import json
from collections.abc import Callable

import pytest
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.models import Declaration, Item, RollEntry
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.order_recusal import order_recusal
from coretech.apps.meetings.operations.record_paper_declarations import record_paper_declarations
from coretech.apps.meetings.recusal import stand_in_ruling
from coretech.apps.meetings.suggestions import Known, suggestions, suggestions_for
from coretech.apps.people.models import Person
from tests import factories
from tests.apps.refusing import refused
from tests.factories import papers_factories

pytestmark = pytest.mark.usefixtures("stage")

CHAIR, MEMBER = "member-01", "member-03"
NONE, ASIDE = Interest(interest=False), Interest(interest=False, unasked=True)
SPOUSE = Interest(interest=True, kinship=("spouse",), detail="a firm")


@pytest.fixture(scope="module")
def listed(shared_stage: DjangoDbBlocker) -> int:
    with shared_stage.unblock():
        case = factories.checked_case(factories.renaming())
        return factories.listed_item(case, factories.called_meeting()).pk


@pytest.fixture
def item(stage: None, listed: int) -> Item:  # noqa: ARG001 - asked for, not read
    return Item.objects.get(pk=listed)


def seat(number: int) -> Appointment:
    return factories.seats()[number - 1]


def says(item: Item, declared: Interest, username: str = MEMBER) -> Declaration:
    declare(factories.acting(username), item.pk, declared)
    return Declaration.objects.filter(item=item).latest("pk")


def orders(
    item: Item, number: int = 3, username: str = CHAIR, ground: str = "spouse", why: str = "known"
) -> Act:
    return order_recusal(factories.acting(username), item.pk, seat(number).pk, ground, why)


def voting(item: Item, method: str = "named") -> Item:
    """The vote is open, as the operation that opens it would leave it."""
    Item.objects.filter(pk=item.pk).update(state=Item.State.VOTING, method=method)
    item.refresh_from_db()
    return item


@pytest.mark.parametrize(
    ("declared", "ground"),
    [
        (NONE, ""),
        (ASIDE, "unasked"),
        (Interest(interest=True), "self"),
        (SPOUSE, "spouse"),
        (Interest(interest=True, kinship=("parent", "child")), "relative"),
        (Interest(interest=True, kinship=("spouse", "parent")), "relative"),
        (Interest(interest=True, kinship=("spouse", "parent"), cohabiting=True), "relative"),
        (Interest(interest=True, kinship=("parent", "parent", "child")), ""),
        (Interest(interest=True, kinship=("parent", "parent", "child"), cohabiting=True), "household"),
        (Interest(interest=True, kinship=("parent", "parent", "child"), unasked=True), "unasked"),
        (Interest(interest=True, kinship=("partner",), cohabiting=True), "household"),
    ],
)
def test_the_class_of_the_ground_is_the_laws(item: Item, declared: Interest, ground: str) -> None:
    row = says(item, declared)

    assert (row.ground, row.recused) == (ground, bool(ground))


def test_only_the_class_is_on_the_public_record(item: Item) -> None:
    says(item, SPOUSE)

    act = Act.objects.get(kind="meeting.declared")
    assert act.public == {"recused": True, "ground": "spouse"}
    assert act.confidential["detail"] == "a firm"
    assert b"firm" not in bytes(act.leaf)


def test_declaring_again_before_the_vote_counts_anew(item: Item) -> None:
    for declared in (SPOUSE, NONE, ASIDE):
        says(item, declared)

    assert room_of(item).recused == {seat(3).pk}
    assert says(item, NONE).recused is False
    assert room_of(item).recused == frozenset()


def test_an_order_of_the_chair_takes_the_member_out_of_the_item(item: Item) -> None:
    says(item, NONE)

    act = orders(item, why="the spouse owns the supplier")

    assert room_of(item).recused == {seat(3).pk}
    assert act.public["ground"] == "spouse"
    assert act.public["ruling"]["question"] == "recusal.order"
    assert b"supplier" not in bytes(act.leaf)
    assert Declaration.objects.latest("pk").ordered_by == seat(1)


def test_the_member_is_told_of_the_order_without_a_word_of_why(item: Item) -> None:
    act = orders(item, why="the spouse owns the supplier")

    letter = Outbox.objects.get(act=act)
    assert letter.recipient is not None
    assert letter.recipient.username == MEMBER
    assert letter.path == f"/items/{item.pk}/"
    assert "supplier" not in json.dumps([letter.subject_zh, letter.subject_en, letter.text])


@pytest.mark.parametrize("declared", [NONE, SPOUSE, ASIDE])
def test_no_declaration_undoes_an_order(item: Item, declared: Interest) -> None:
    orders(item)

    assert "ordered you" in refused(lambda: says(item, declared)).sentence.en
    assert room_of(item).recused == {seat(3).pk}


def test_no_declaration_on_paper_undoes_an_order(item: Item) -> None:
    orders(item)

    record_paper_declarations(factories.acting("office"), item.pk, frozenset({seat(3).pk, seat(4).pk}))

    assert room_of(item).recused == {seat(3).pk}


def test_nobody_orders_the_chair_and_the_refusal_says_what_can_be_done(item: Item) -> None:
    refusal = refused(lambda: orders(item, number=1))

    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["question"] == "recusal.chair"
    assert "another chair" in refusal.sentence.en


def test_a_chair_who_is_recused_orders_nobody(item: Item) -> None:
    says(item, SPOUSE, CHAIR)

    assert "cannot preside" in refused(lambda: orders(item)).sentence.en


def test_the_chair_named_for_the_item_orders_and_the_convener_no_longer_does(item: Item) -> None:
    Item.objects.filter(pk=item.pk).update(chair=seat(2))

    assert refused(lambda: orders(item)).status == 403
    assert orders(item, username="member-02").public["ground"] == "spouse"


@pytest.mark.parametrize(
    "username", ["office", "member-02", "agency-nstc", "announcer", "administrator", "public"]
)
def test_nobody_but_the_chair_orders(item: Item, username: str) -> None:
    assert refused(lambda: orders(item, username=username)).status == 403


def test_who_has_stepped_aside_needs_no_order(item: Item) -> None:
    says(item, SPOUSE)

    refusal = refused(lambda: orders(item))

    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["question"] == "recusal.order"


@pytest.mark.parametrize(
    ("order", "field"),
    [
        (lambda item: orders(item, ground="unasked"), "ground"),
        (lambda item: orders(item, ground="rumour"), "ground"),
        (lambda item: orders(item, why="  "), "why"),
        (lambda item: order_recusal(factories.acting(CHAIR), item.pk, 999_999, "self", "x"), "appointment"),
    ],
)
def test_an_order_says_whom_and_why(item: Item, order: Callable[[Item], Act], field: str) -> None:
    refusal = refused(lambda: order(item))

    assert (refusal.status, refusal.field) == (422, field)


def test_while_the_vote_is_open_one_may_still_step_aside(item: Item) -> None:
    says(item, NONE)

    assert says(voting(item), ASIDE).recused
    assert room_of(item).recused == {seat(3).pk}


@pytest.mark.parametrize("declared", [NONE, Interest(interest=True, kinship=("parent", "parent", "child"))])
def test_while_the_vote_is_open_one_declares_nothing_else(item: Item, declared: Interest) -> None:
    assert "only declare a recusal" in refused(lambda: says(voting(item), declared)).sentence.en


def test_while_the_vote_is_open_nobody_comes_back_in(item: Item) -> None:
    says(item, SPOUSE)

    assert "not taken back" in refused(lambda: says(voting(item), NONE)).sentence.en


def test_a_secret_ballot_that_was_cast_is_taken_back_by_nobody(item: Item) -> None:
    voting(item, "secret")
    RollEntry.objects.create(item=item, appointment=seat(3))

    for late in (lambda: says(item, SPOUSE), lambda: orders(item)):
        assert "annul" in refused(late).sentence.en
    assert says(item, SPOUSE, "member-04").recused


def test_the_chair_may_order_while_the_vote_is_open(item: Item) -> None:
    orders(voting(item))

    assert room_of(item).recused == {seat(3).pk}


def test_a_stand_in_declares_for_oneself_and_the_other_reading_is_kept(item: Item) -> None:
    says(item, SPOUSE, "member-02")
    officer = Person.objects.get(account__username="agency-moea")
    papers_factories.send(officer, seat(2))

    assert says(item, NONE, "agency-moea").person == officer

    ruling = stand_in_ruling(item, seat(2), own_ground=False)
    assert ruling is not None
    assert (ruling.is_yes, ruling.disputed) == (False, True)
    kept = Act.objects.filter(kind="meeting.declared").latest("seq").confidential["stand_in"]
    assert kept["readings"] == {"follows-the-seat": "yes"}
    assert room_of(item).recused == frozenset()


def test_members_in_their_own_seats_stand_in_for_nobody(item: Item) -> None:
    assert stand_in_ruling(item, seat(2), own_ground=True) is None


def known(item: Item, username: str) -> set[tuple[int, Known]]:
    return {(each.seat.seat.number, each.known) for each in suggestions_for(factories.acting(username), item)}


def test_the_seat_of_the_agency_that_proposes_is_suggested_and_stays_as_it_is(item: Item) -> None:
    assert known(item, "office") == {(1, Known.PROPOSES), (1, Known.AUTHORITY)}
    assert room_of(item).recused == frozenset()


def test_an_interest_declared_before_on_the_same_technology_is_suggested_without_its_reason() -> None:
    case = factories.checked_case(factories.renaming())
    first = factories.listed_item(case, factories.called_meeting())
    second = Item.objects.create(meeting=factories.called_meeting(), order=1, case=case)
    says(first, SPOUSE)

    assert (3, Known.DECLARED) in known(second, "office")
    assert (3, Known.DECLARED) in known(second, CHAIR)
    assert known(second, MEMBER) == {(3, Known.DECLARED)}
    assert known(second, "member-04") == set()


def test_who_reviewed_the_case_on_the_agencys_panel_is_suggested(item: Item) -> None:
    panel = Appointment.objects.filter(seat__body__kind="panel", seat__body__agency__code="nstc")
    panel.filter(seat__number=4).update(person=seat(5).person)

    assert (5, Known.REVIEWED) in known(item, "office")


def test_nothing_is_suggested_of_whoever_has_stepped_aside(item: Item) -> None:
    says(item, ASIDE, CHAIR)

    assert known(item, "office") == set()


def test_nothing_is_known_of_an_item_without_a_case(item: Item) -> None:
    report = Item.objects.create(
        meeting=item.meeting, order=9, kind="report", title_zh="報告", title_en="A report"
    )

    assert suggestions(report) == []
