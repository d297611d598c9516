"""What is entered for members on an item: declarations, hands; and putting it off (arts. 5 and 12)."""

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
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.defer_item import defer_item
from coretech.apps.meetings.operations.record_hands import record_hands
from coretech.apps.meetings.operations.record_paper_declarations import record_paper_declarations
from coretech.apps.meetings.queries import find_item
from coretech.kit.refusal import bad_input
from coretech.law.terms import Step

router = Router(tags=["items"])

Choice = Literal["for", "against", "abstain"]


class DeclarationGiven(Given):
    """Whether the member has an interest; ``kinship`` are the steps to the person concerned, none for oneself.

    ``unasked`` steps aside where the law does not ask for it.
    """

    interest: Flag
    kinship: list[Step] = Field([], max_length=12)
    cohabiting: Flag = False
    detail: Paragraphs = ""
    unasked: Flag = False


class PaperGiven(Given):
    """The members whose paper forms say that they have no interest, by appointment."""

    appointments: list[Id] = Field(min_length=1, max_length=200)


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
    interest = Interest(given.interest, kinship, given.cohabiting, given.detail, given.unasked)
    return taken(request, item_id, lambda by: declare(by, item_id, interest))


@router.post("/{item_id}/paper-declarations", response=WRITTEN, summary="登錄書面申報 / Paper declarations")
def enter_paper_declarations(request: HttpRequest, item_id: AddressNumber, given: PaperGiven) -> Status[Done]:
    """Enter declarations of no interest that members handed in on paper."""
    members = frozenset(given.appointments)
    return taken(request, item_id, lambda by: record_paper_declarations(by, item_id, members))


@router.post("/{item_id}/hands", response=WRITTEN, summary="登錄舉手表決 / Enter hands")
def enter_hands(request: HttpRequest, item_id: AddressNumber, given: HandsGiven) -> Status[Done]:
    """Enter the hands of members who did not vote themselves."""
    hands = {hand.appointment: hand.choice for hand in given.hands}
    if len(hands) < len(given.hands):
        raise bad_input("hands", "每位委員只能列一次。", "Name each member once.")
    return taken(request, item_id, lambda by: record_hands(by, item_id, hands))


@router.post("/{item_id}/deferral", response=WRITTEN, summary="保留續審 / Defer")
def defer(request: HttpRequest, item_id: AddressNumber, given: DeferralGiven) -> Status[Done]:
    """Put the item off before its vote opens; its case waits for another agenda."""
    return taken(request, item_id, lambda by: defer_item(by, item_id, given.why))


def taken(request: HttpRequest, item_id: int, take: Callable[[Acting], Act]) -> Status[Done]:
    """Take one step of an item whose meeting this account may know of."""
    find_item(acting(request), item_id)
    return written(request, take, place_of(f"item/{item_id}"))
