"""Voting on an item: opening, casting, closing, and what is decided without a vote (art. 5(3))."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Body, Router, Status

from coretech.api.acts import WRITTEN, Done
from coretech.api.item_steps import Choice, taken
from coretech.api.schemas import AddressNumber, Count, Flag, Given, Line, Paragraphs
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.annul_vote import annul_vote
from coretech.apps.meetings.operations.cast_secret_vote import cast_secret_vote
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.count_hands import Hands, count_hands
from coretech.apps.meetings.operations.note_item import note_item
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.settle_reading import settle_reading

router = Router(tags=["items"])


class OpeningGiven(Given):
    """How the vote is held; ``changes`` lets a named vote be changed until the close."""

    method: Literal["named", "hands", "secret"] = "named"
    changes: Flag = False


class BallotGiven(Given):
    """One's own vote."""

    choice: Choice


class HandCountGiven(Given):
    """How many hands were raised."""

    in_favour: Count
    against: Count
    abstain: Count


class ReadingGiven(Given):
    """Which reading applies: ``in-force``, or the name of another one of the ruling; and why."""

    reading: Line
    why: Paragraphs


class AnnulmentGiven(Given):
    """Why the vote is annulled."""

    why: Paragraphs


class AdoptionGiven(Given):
    """That those attending were asked, and nobody objected."""

    asked: Flag


Opening = Annotated[
    OpeningGiven, Body(description="How the vote is held; a named ballot where nothing is sent.")
]
_NAMED = OpeningGiven()


@router.post("/{item_id}/vote-opening", response=WRITTEN, summary="宣布表決 / Open the vote")
def open_item_vote(request: HttpRequest, item_id: AddressNumber, given: Opening = _NAMED) -> Status[Done]:
    """Open the vote where a chair presides, the law finds a quorum and everybody has declared; the ruling is kept."""
    return taken(request, item_id, lambda by: open_vote(by, item_id, given.method, changes=given.changes))


@router.post("/{item_id}/ballot", response=WRITTEN, summary="記名投票 / Vote by name")
def cast_ballot(request: HttpRequest, item_id: AddressNumber, given: BallotGiven) -> Status[Done]:
    """Cast one's own vote in a named ballot; again, where changes are allowed."""
    return taken(request, item_id, lambda by: cast_vote(by, item_id, given.choice))


@router.post("/{item_id}/secret-ballot", response=WRITTEN, summary="無記名投票 / Vote in secret")
def cast_secret_ballot(request: HttpRequest, item_id: AddressNumber, given: BallotGiven) -> Status[Done]:
    """Cast one's own vote in a secret ballot, once; never taken for a named one, nor the other way."""
    return taken(request, item_id, lambda by: cast_secret_vote(by, item_id, given.choice))


@router.post("/{item_id}/hand-count", response=WRITTEN, summary="登錄點票總數 / Enter a count of hands")
def enter_hand_count(request: HttpRequest, item_id: AddressNumber, given: HandCountGiven) -> Status[Done]:
    """Enter a show of hands as it was counted; the newest count stands, sealed until the close."""
    hands = Hands(given.in_favour, given.against, given.abstain)
    return taken(request, item_id, lambda by: count_hands(by, item_id, hands))


@router.post("/{item_id}/vote-closing", response=WRITTEN, summary="截止表決 / Close the vote")
def close_item_vote(request: HttpRequest, item_id: AddressNumber) -> Status[Done]:
    """Count the votes; the item is decided, unless the readings differ and the chair must say which applies."""
    return taken(request, item_id, lambda by: close_vote(by, item_id))


@router.post("/{item_id}/reading", response=WRITTEN, summary="認定採用的解讀 / Settle the reading")
def settle_item_reading(request: HttpRequest, item_id: AddressNumber, given: ReadingGiven) -> Status[Done]:
    """The chair says which reading of the majority rule applies, where they differ in the outcome."""
    return taken(request, item_id, lambda by: settle_reading(by, item_id, given.reading, given.why))


@router.post("/{item_id}/annulment", response=WRITTEN, summary="宣告表決作廢 / Annul the vote")
def annul_item_vote(request: HttpRequest, item_id: AddressNumber, given: AnnulmentGiven) -> Status[Done]:
    """The chair annuls a vote that has decided nothing yet; it can be held anew."""
    return taken(request, item_id, lambda by: annul_vote(by, item_id, given.why))


@router.post("/{item_id}/adoption", response=WRITTEN, summary="無異議通過 / Adopt without objection")
def adopt_item(request: HttpRequest, item_id: AddressNumber, given: AdoptionGiven) -> Status[Done]:
    """Adopt the item because nobody objects."""
    return taken(request, item_id, lambda by: adopt_without_objection(by, item_id, asked=given.asked))


@router.post("/{item_id}/noting", response=WRITTEN, summary="洽悉 / Note a report")
def note_report(request: HttpRequest, item_id: AddressNumber) -> Status[Done]:
    """Note a report; nothing is voted on."""
    return taken(request, item_id, lambda by: note_item(by, item_id))
