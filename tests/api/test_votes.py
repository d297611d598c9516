"""Votes by the API: opened, cast, counted and settled as on the pages."""

from collections.abc import Callable

import pytest

from coretech.apps.meetings.models import Ballot, Item, RollEntry
from tests.api.caller import Caller, problem_of
from tests.factories.votes_factories import Listed, open_item, username

Callers = Callable[[str], Caller]
pytestmark = pytest.mark.usefixtures("stage")


def place(item: Item, step: str = "") -> str:
    return f"/items/{item.pk}{step}"


def test_a_secret_vote_is_opened_cast_and_counted(caller: Callers, listed: Listed) -> None:
    item, members = listed
    office = caller("office")

    office.done(place(item, "/vote-opening"), {"method": "secret"})
    for seat, choice in zip(members, ["for"] * 8 + ["against"] * 5, strict=True):
        caller(username(seat)).done(place(item, "/secret-ballot"), {"choice": choice})
    assert office.read(place(item))["vote"] == {
        "method": "secret",
        "round": 1,
        "changes_allowed": False,
        "tally": None,
        "reading": None,
        "reading_why": None,
    }
    office.done(place(item, "/vote-closing"))

    assert office.read(place(item))["vote"]["tally"] == {"in_favour": 8, "against": 5, "abstain": 0}
    assert office.read(place(item))["outcome"] == "approved"


def test_a_vote_is_never_taken_by_the_other_address(caller: Callers, listed: Listed) -> None:
    item, _ = open_item("secret", listed=listed)

    problem_of(caller("member-03").post(place(item, "/ballot"), {"choice": "for"}), 409)
    assert not Ballot.objects.exists()
    assert not RollEntry.objects.exists()


def test_a_vote_opens_by_name_where_no_method_is_sent(caller: Callers, listed: Listed) -> None:
    item, _ = listed

    caller("office").done(place(item, "/vote-opening"))

    assert caller("member-03").read(place(item))["vote"]["method"] == "named"


@pytest.mark.parametrize(
    "given", [{"method": "consent"}, {"method": "secret", "changes": True}, {"changes": "yes"}, {"x": 1}]
)
def test_an_opening_that_cannot_be_is_refused(
    caller: Callers, given: dict[str, object], listed: Listed
) -> None:
    item, _ = listed

    problem_of(caller("office").post(place(item, "/vote-opening"), given), 422)


def test_a_disputed_count_waits_for_the_chair_who_settles_it(caller: Callers) -> None:
    item, _ = open_item("hands", present=14)
    office, chair = caller("office"), caller("member-01")
    office.done(place(item, "/hand-count"), {"in_favour": 7, "against": 5, "abstain": 2})
    office.done(place(item, "/vote-closing"))
    assert office.read(place(item))["state"] == "counted"
    assert office.read(place(item))["resolution"]["readings"] == {"votes-cast": "yes"}

    problem_of(office.post(place(item, "/reading"), {"reading": "votes-cast", "why": "so"}), 403)
    chair.done(place(item, "/reading"), {"reading": "votes-cast", "why": "as always"})

    vote = office.read(place(item))["vote"]
    assert (vote["reading"], vote["reading_why"]) == ("votes-cast", "as always")


def test_the_chair_annuls_and_the_council_adopts_without_objection(caller: Callers, listed: Listed) -> None:
    item, _ = open_item("named", listed=listed)
    chair, office = caller("member-01"), caller("office")

    chair.done(place(item, "/annulment"), {"why": "wrong paper"})
    problem_of(office.post(place(item, "/adoption"), {"asked": False}), 422)
    office.done(place(item, "/adoption"), {"asked": True})

    shown = office.read(place(item))
    assert (shown["vote"]["method"], shown["vote"]["round"], shown["outcome"]) == ("consent", 2, "approved")


def test_a_report_is_noted(caller: Callers, listed: Listed) -> None:
    item, _ = listed
    report = Item.objects.create(
        meeting=item.meeting, order=9, kind="report", title_zh="執行情形", title_en="Progress"
    )

    caller("office").done(place(report, "/noting"))

    assert caller("office").read(place(report))["outcome"] == "noted"
