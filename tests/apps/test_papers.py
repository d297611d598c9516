"""Who may open which paper, in every state a reader can be in."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from pytest_django import DjangoDbBlocker

from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.meetings.handing import hand_out
from coretech.apps.meetings.models import Item, Meeting, Paper
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.order_recusal import order_recusal
from coretech.apps.meetings.papers import filed_papers, paper_ruling
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import papers_factories
from tests.factories.papers_factories import filed

pytestmark = pytest.mark.usefixtures("stage")

EVERYBODY = [
    *("public", "office", "agency-nstc", "agency-moea", "announcer", "administrator"),
    *("member-01", "member-02", "member-03", "member-07"),
]
MEETING_OPEN, MEETING_SECRET, ITEM_OPEN, ITEM_SECRET = "mo", "ms", "io", "is"
ALL = {MEETING_OPEN, MEETING_SECRET, ITEM_OPEN, ITEM_SECRET}
NONE: set[str] = set()


@pytest.fixture(scope="module")
def listed(shared_stage: DjangoDbBlocker) -> int:
    with shared_stage.unblock():
        return papers_factories.item_with_papers().pk


@pytest.fixture
def item(stage: None, listed: int) -> Item:  # noqa: ARG001 - asked for, not read
    return Item.objects.get(pk=listed)


def kind_of(paper: Paper) -> str:
    return ("m" if paper.item_id is None else "i") + ("s" if paper.confidential else "o")


def opens(item: Item, username: str) -> set[str]:
    """The kinds of papers that open to somebody: what the list says, and what handing out does, agree."""
    by = factories.acting(username)
    told = {kind_of(each.paper) for each in filed_papers(by, item.meeting) if each.ruling.is_yes}
    handed = set()
    for paper in item.meeting.papers.all():
        with suppress(Refused):
            hand_out(by, paper.pk)
            handed.add(kind_of(paper))
    assert told == handed
    return handed


def interest(item: Item, username: str) -> None:
    declare(factories.acting(username), item.pk, Interest(interest=True, kinship=("spouse",)))


def none(item: Item, username: str) -> None:
    declare(factories.acting(username), item.pk, Interest(interest=False))


def aside(item: Item, username: str) -> None:
    declare(factories.acting(username), item.pk, Interest(interest=False, unasked=True))


def order(item: Item, username: str) -> None:
    seat = next(s for s in factories.seats() if s.person.account and s.person.account.username == username)
    order_recusal(factories.acting("member-01"), item.pk, seat.pk, "spouse", "a firm of the spouse")


@pytest.mark.parametrize(
    ("username", "kinds"),
    [
        ("public", NONE),
        ("agency-nstc", NONE),
        ("agency-moea", NONE),
        ("announcer", NONE),
        ("administrator", NONE),
        ("office", ALL),
        ("member-01", ALL - {ITEM_SECRET}),
        ("member-02", ALL - {ITEM_SECRET}),
        ("member-07", {MEETING_OPEN, ITEM_OPEN}),
    ],
)
def test_before_any_declaration(item: Item, username: str, kinds: set[str]) -> None:
    assert opens(item, username) == kinds


@pytest.mark.parametrize(
    ("does", "kinds"),
    [
        ([none], ALL),
        ([interest], {MEETING_OPEN, MEETING_SECRET}),
        ([aside], {MEETING_OPEN, MEETING_SECRET}),
        ([order], {MEETING_OPEN, MEETING_SECRET}),
        ([none, interest], {MEETING_OPEN, MEETING_SECRET}),
        ([none, order], {MEETING_OPEN, MEETING_SECRET}),
        ([interest, none], ALL),
    ],
)
def test_papers_open_with_the_declaration_and_close_again_with_the_recusal(
    item: Item, does: list[Callable[[Item, str], None]], kinds: set[str]
) -> None:
    for act in does:
        act(item, "member-03")

    assert opens(item, "member-03") == kinds
    assert opens(item, "office") == ALL


@pytest.mark.parametrize(("act", "kinds"), [(none, {MEETING_OPEN, ITEM_OPEN}), (interest, {MEETING_OPEN})])
def test_a_declaration_replaces_no_agreement(
    item: Item, act: Callable[[Item, str], None], kinds: set[str]
) -> None:
    act(item, "member-07")

    assert opens(item, "member-07") == kinds


def test_the_stand_in_reads_and_the_member_represented_no_longer_does(item: Item) -> None:
    none(item, "member-02")
    papers_factories.send(Person.objects.get(account__username="agency-moea"), factories.seats()[1])

    assert opens(item, "agency-moea") == ALL - {ITEM_SECRET}
    none(item, "agency-moea")

    assert opens(item, "agency-moea") == ALL
    assert opens(item, "member-02") == {MEETING_OPEN, ITEM_OPEN}


def test_a_stand_in_who_is_recused_reads_no_more_of_the_item(item: Item) -> None:
    papers_factories.send(Person.objects.get(account__username="agency-moea"), factories.seats()[1])
    interest(item, "agency-moea")

    assert opens(item, "agency-moea") == {MEETING_OPEN, MEETING_SECRET}


def test_who_is_recused_from_one_item_reads_the_papers_of_another(item: Item) -> None:
    other = factories.listed_item(factories.checked_case(factories.addition()), item.meeting)
    paper = filed(item.meeting, other)
    interest(item, "member-03")
    none(other, "member-03")

    assert hand_out(factories.acting("member-03"), paper.pk).content == b"the words of confidential"


def test_the_papers_of_a_panel_are_its_members_and_its_agencys() -> None:
    panel = Body.objects.get(kind="panel", agency__code="nstc")
    meeting = Meeting.objects.create(
        body=panel, year=2025, session=1, kind="regular", held_on=factories.DAY, place="Room 2"
    )
    paper = filed(meeting)
    seat = Appointment.objects.get(seat__body=panel, seat__number=2)
    Appointment.objects.filter(pk=seat.pk).update(person=Person.objects.get(account__username="member-05"))

    readers = {
        name for name in [*EVERYBODY, "member-05"] if paper_ruling(factories.acting(name), paper).is_yes
    }

    assert readers == {"agency-nstc", "member-05"}
