"""Random meetings: whoever is recused never counts, sums match the ballots, and the outcome is the law's."""

from collections import Counter
from dataclasses import dataclass

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations.cast_secret_vote import cast_secret_vote
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.count_hands import Hands, count_hands
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.operations.record_hands import record_hands
from coretech.apps.meetings.operations.record_paper_declarations import record_paper_declarations
from coretech.apps.meetings.operations.settle_reading import settle_reading
from coretech.apps.meetings.rulings import resolution_ruling
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused
from coretech.law.meeting import resolution
from tests import factories
from tests.factories.votes_factories import CHOICES, fresh, tally, username

METHODS = ("named", "hands", "secret", "counted")


@dataclass(frozen=True)
class Plan:
    """What happens in one meeting: seats by their place among those who attend, the chair's left out."""

    method: str
    changes: bool
    attending: int
    stand_in: bool
    early: frozenset[int]
    late: frozenset[int]
    votes: tuple[tuple[int, str], ...]
    settled: str


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    attending = draw(st.integers(13, 24))
    places = st.integers(1, attending - 1)
    method = draw(st.sampled_from(METHODS))
    return Plan(
        method=method,
        changes=method == "named" and draw(st.booleans()),
        attending=attending,
        stand_in=draw(st.booleans()),
        early=draw(st.frozensets(places, max_size=6)),
        late=draw(st.frozensets(places, max_size=3)),
        votes=tuple(
            draw(st.lists(st.tuples(st.integers(0, attending - 1), st.sampled_from(CHOICES)), min_size=1))
        ),
        settled=draw(st.sampled_from(["in-force", "votes-cast"])),
    )


@pytest.fixture
def listed(stage: None) -> Item:  # noqa: ARG001 - asked for, not read
    """An item of a meeting that has been called; each example goes on from here and is taken back."""
    return factories.listed_item(factories.checked_case(factories.addition()), factories.called_meeting())


def prepared(plan: Plan, item: Item) -> list[Appointment]:
    """The meeting open, everybody declared, some recused before the vote."""
    meeting, office = item.meeting, factories.acting("office")
    members = factories.attend(meeting, plan.attending)
    if plan.stand_in:
        officer = Person.objects.get(account__username="agency-moea")
        record_attendance(office, meeting.pk, {members[1].pk: Mark("stand_in", officer.pk, "abroad")})
    open_meeting(office, meeting.pk)
    for place in plan.early:
        if not (plan.stand_in and place == 1):
            recuse(item, members[place])
    record_paper_declarations(office, item.pk, frozenset(seat.pk for seat in members))
    return members


def recuse(item: Item, seat: Appointment) -> None:
    declare(factories.acting(username(seat)), item.pk, Interest(interest=True))


def voter(item: Item, seat: Appointment) -> str:
    """The account of whoever sits in the seat."""
    person = Person.objects.select_related("account").get(pk=room_of(item).people[seat.pk])
    return "" if person.account is None else person.account.username


def cast_votes(plan: Plan, item: Item, members: list[Appointment]) -> dict[int, str]:
    """Cast every vote that is taken; gives back the choice that stands, by appointment."""
    stands: dict[int, str] = {}
    for place, choice in plan.votes:
        seat = members[place]
        try:
            cast_one(plan.method, item, seat, choice)
        except Refused:
            continue
        stands[seat.pk] = choice
    return stands


def cast_one(method: str, item: Item, seat: Appointment, choice: str) -> None:
    if method == "secret":
        cast_secret_vote(factories.acting(voter(item, seat)), item.pk, choice)
    elif method == "hands":
        record_hands(factories.acting("office"), item.pk, {seat.pk: choice})
    else:
        cast_vote(factories.acting(voter(item, seat)), item.pk, choice)


def step_aside_late(plan: Plan, item: Item, members: list[Appointment]) -> None:
    """Some find out during the vote; where that is refused, the vote stays as it is."""
    for place in plan.late:
        if not (plan.stand_in and place == 1):
            try:
                recuse(item, members[place])
            except Refused:
                continue


def run(plan: Plan, listed: Item) -> None:
    item, members = fresh(listed), prepared(plan, fresh(listed))
    office = factories.acting("office")
    method = "hands" if plan.method == "counted" else plan.method
    open_vote(office, item.pk, method, changes=plan.changes)
    item = fresh(item)
    if plan.method == "counted":
        stands = dict.fromkeys(sorted(room_of(item).entitled), "for")
        count_hands(office, item.pk, Hands(len(stands), 0, 0))
    else:
        stands = cast_votes(plan, item, members)
        step_aside_late(plan, item, members)
    if stands:
        close_vote(office, item.pk)
        look_at(plan, fresh(item), stands)


def look_at(plan: Plan, item: Item, stands: dict[int, str]) -> None:
    room = room_of(item)
    counting = Counter(choice for seat, choice in stands.items() if seat in room.entitled)
    assert tally(item) == {choice: counting[choice] for choice in CHOICES}

    facts = resolution.Facts(
        members_in_office=len(room.in_office),
        entitled_present=len(room.attending - room.recused),
        for_=counting["for"],
        against=counting["against"],
        abstain=counting["abstain"],
    )
    said = resolution.rule(facts, item.meeting.day)
    assert item.resolution == said.as_dict()
    assert resolution_ruling(item, room) == said
    if said.disputed:
        assert (item.state, item.outcome) == ("counted", "")
        settle_reading(factories.acting("member-01"), item.pk, plan.settled, "as always")
    outcomes = {"in-force": said.outcome, **{other.id: other.outcome for other in said.readings}}
    carried = outcomes[plan.settled if said.disputed else "in-force"].value == "yes"
    assert fresh(item).outcome == ("approved" if carried else "rejected")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans())
def test_nobody_recused_counts_and_the_outcome_is_the_laws_own(listed: Item, plan: Plan) -> None:
    with transaction.atomic():
        run(plan, listed)
        transaction.set_rollback(True)
