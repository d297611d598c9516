"""Items of a meeting's agenda: where each stands, and how this account stands to it."""

from collections.abc import Mapping

from django.http import HttpRequest
from ninja import Router

from coretech.api.auth import acting
from coretech.api.problems import Closed, RulingShown, closed
from coretech.api.schemas import AddressNumber, Shown, Words
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.meetings.facts import Room, room_of
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations import (
    adopt_without_objection,
    annul_vote,
    cast_secret_vote,
    cast_vote,
    close_vote,
    count_hands,
    declare,
    defer_item,
    note_item,
    open_vote,
    record_hands,
    record_paper_declarations,
    settle_reading,
)
from coretech.apps.meetings.queries import find_item, own_part, undeclared_seats, waiting_voters
from coretech.apps.meetings.seats import seat_of

router = Router(tags=["items"])

CHECKS = {
    "declaration": declare.check,
    "paper-declarations": record_paper_declarations.check,
    "vote-opening": open_vote.check,
    "ballot": cast_vote.check,
    "secret-ballot": cast_secret_vote.check,
    "hands": record_hands.check,
    "hand-count": count_hands.check,
    "vote-closing": close_vote.check,
    "reading": settle_reading.check,
    "annulment": annul_vote.check,
    "adoption": adopt_without_objection.check,
    "noting": note_item.check,
    "deferral": defer_item.check,
}


class ItemBrief(Shown):
    """An item in one line."""

    id: int
    meeting: int
    order: int
    case: str | None
    name: Words
    state: str
    outcome: str | None


class OwnShown(Shown):
    """How this account stands to the item: its seat, what it declared, whether it voted."""

    appointment: int
    seat: int
    declared: bool
    recused: bool
    voted: bool


class CountsShown(Shown):
    """The room in figures; who voted how stays closed."""

    in_office: int
    attending: int
    declared: int
    recused: int
    entitled: int
    waiting: int


class TallyShown(Shown):
    """The votes of a vote that has closed."""

    in_favour: int
    against: int
    abstain: int


class VoteShown(Shown):
    """How the item is voted on; ``tally`` is there once the vote has closed, so that nobody sees a choice before.

    ``round`` grows when a vote is annulled; ``reading`` is there where the chair had to say which one applies.
    """

    method: str | None
    round: int
    changes_allowed: bool
    tally: TallyShown | None
    reading: str | None
    reading_why: str | None


class ItemShown(ItemBrief):
    """An item with its rulings; ``closed`` tells each step that is closed to this account, and why."""

    kind: str
    vote: VoteShown
    counts: CountsShown
    undeclared: list[int]
    quorum: RulingShown | None
    resolution: RulingShown | None
    own: OwnShown | None
    closed: dict[str, Closed | None]


@router.get("/{item_id}", response=ItemShown, summary="一個議案 / One item")
def show_item(request: HttpRequest, item_id: AddressNumber) -> ItemShown:
    """The item, the room in figures, the seats that have not declared, the rulings kept, and the steps open now."""
    by = acting(request)
    item = find_item(by, item_id)
    room = room_of(item)
    return ItemShown(
        **item_brief(item).model_dump(),
        kind=item.kind,
        vote=_vote(item),
        counts=_counts(item, room),
        undeclared=[seat.pk for seat in undeclared_seats(item, room)],
        quorum=_kept(item.quorum),
        resolution=_kept(item.resolution),
        own=_own(by, item),
        closed={name: closed(refusal_of(check, by, item)) for name, check in CHECKS.items()},
    )


def item_brief(item: Item) -> ItemBrief:
    """An item in one line."""
    return ItemBrief(
        id=item.pk,
        meeting=item.meeting_id,
        order=item.order,
        case=None if item.case is None else item.case.reference,
        name=Words.of(item.title),
        state=item.state,
        outcome=item.outcome or None,
    )


def _counts(item: Item, room: Room) -> CountsShown:
    return CountsShown(
        in_office=len(room.in_office),
        attending=len(room.attending),
        declared=len(room.declared),
        recused=len(room.recused),
        entitled=len(room.entitled),
        waiting=len(waiting_voters(item, room)),
    )


def _vote(item: Item) -> VoteShown:
    return VoteShown(
        method=item.method or None,
        round=item.round,
        changes_allowed=item.changes_allowed,
        tally=None if item.tally is None else _tally(item.tally),
        reading=item.reading or None,
        reading_why=item.reading_why or None,
    )


def _tally(kept: Mapping[str, int]) -> TallyShown:
    return TallyShown(in_favour=kept["for"], against=kept["against"], abstain=kept["abstain"])


def _kept(ruling: object) -> RulingShown | None:
    return None if ruling is None else RulingShown.model_validate(ruling)


def _own(by: Acting, item: Item) -> OwnShown | None:
    seat = seat_of(by, item.meeting)
    if seat is None:
        return None
    part = own_part(item, seat)
    return OwnShown(
        appointment=seat.pk,
        seat=seat.seat.number,
        declared=part.declaration is not None,
        recused=part.recused,
        voted=part.voted,
    )
