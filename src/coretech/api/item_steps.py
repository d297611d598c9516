"""Deciding an item: declarations, the vote, and putting it off (arts. 5 and 12)."""

from collections.abc import Callable
from typing import Literal

from django.http import HttpRequest
from ninja import Field, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.places import place_of
from coretech.api.schemas import AddressNumber, Flag, Given, Id, Paragraphs
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.defer_item import defer_item
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_hands import record_hands
from coretech.apps.meetings.operations.record_paper_declarations import record_paper_declarations
from coretech.apps.meetings.queries import find_item
from coretech.kit.refusal import bad_input
from coretech.law.terms import Step

router = Router(tags=["items"])

Choice = Literal["for", "against", "abstain"]


class DeclarationGiven(Given):
    """Whether the member has an interest; ``kinship`` are the steps to the person concerned, none for oneself."""

    interest: Flag
    kinship: list[Step] = Field([], max_length=12)
    cohabiting: Flag = False
    detail: Paragraphs = ""


class PaperGiven(Given):
    """The members whose paper forms say that they have no interest, by appointment."""

    appointments: list[Id] = Field(min_length=1, max_length=200)


class BallotGiven(Given):
    """One's own vote."""

    choice: Choice


class HandGiven(Given):
    """One member's hand."""

    appointment: Id
    choice: Choice


class HandsGiven(Given):
    """A show of hands: the members who did not vote themselves."""

    hands: list[HandGiven] = Field(min_length=1, max_length=200)


class DeferralGiven(Given):
    """Why the item is put off."""

    why: Paragraphs


@router.post("/{item_id}/declaration", response=WRITTEN, summary="申報利益 / Declare")
def declare_interest(request: HttpRequest, item_id: AddressNumber, given: DeclarationGiven) -> Status[Done]:
    """Declare whether one has an interest in the item; the law says whether one is recused (art. 12)."""
    kinship = tuple(step.value for step in given.kinship)
    interest = Interest(given.interest, kinship, given.cohabiting, given.detail)
    return _taken(request, item_id, lambda by: declare(by, item_id, interest))


@router.post("/{item_id}/paper-declarations", response=WRITTEN, summary="登錄書面申報 / Paper declarations")
def enter_paper_declarations(request: HttpRequest, item_id: AddressNumber, given: PaperGiven) -> Status[Done]:
    """Enter declarations of no interest that members handed in on paper."""
    members = frozenset(given.appointments)
    return _taken(request, item_id, lambda by: record_paper_declarations(by, item_id, members))


@router.post("/{item_id}/vote-opening", response=WRITTEN, summary="宣布表決 / Open the vote")
def open_item_vote(request: HttpRequest, item_id: AddressNumber) -> Status[Done]:
    """Open the vote where the law finds a quorum and everybody has declared; the ruling is kept."""
    return _taken(request, item_id, lambda by: open_vote(by, item_id))


@router.post("/{item_id}/ballot", response=WRITTEN, summary="投票 / Vote")
def cast_ballot(request: HttpRequest, item_id: AddressNumber, given: BallotGiven) -> Status[Done]:
    """Cast one's own vote, once."""
    return _taken(request, item_id, lambda by: cast_vote(by, item_id, given.choice))


@router.post("/{item_id}/hands", response=WRITTEN, summary="登錄舉手表決 / Enter hands")
def enter_hands(request: HttpRequest, item_id: AddressNumber, given: HandsGiven) -> Status[Done]:
    """Enter the hands of members who did not vote themselves."""
    hands = {hand.appointment: hand.choice for hand in given.hands}
    if len(hands) < len(given.hands):
        raise bad_input("hands", "每位委員只能列一次。", "Name each member once.")
    return _taken(request, item_id, lambda by: record_hands(by, item_id, hands))


@router.post("/{item_id}/vote-closing", response=WRITTEN, summary="截止表決 / Close the vote")
def close_item_vote(request: HttpRequest, item_id: AddressNumber) -> Status[Done]:
    """Count the votes; the law says whether the item is approved, and the case goes on."""
    return _taken(request, item_id, lambda by: close_vote(by, item_id))


@router.post("/{item_id}/deferral", response=WRITTEN, summary="保留續審 / Defer")
def defer(request: HttpRequest, item_id: AddressNumber, given: DeferralGiven) -> Status[Done]:
    """Put the item off before its vote opens; its case waits for another agenda."""
    return _taken(request, item_id, lambda by: defer_item(by, item_id, given.why))


def _taken(request: HttpRequest, item_id: int, take: Callable[[Acting], Act]) -> Status[Done]:
    """Take one step of an item whose meeting this account may know of."""
    find_item(acting(request), item_id)
    return written(request, take, place_of(f"item/{item_id}"))
