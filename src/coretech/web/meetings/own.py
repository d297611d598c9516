"""What one member has to do at a meeting, and how that member stands to an item."""

from dataclasses import dataclass

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings import queries
from coretech.apps.meetings.casting import check_own_vote
from coretech.apps.meetings.models import Declaration, Item, Meeting
from coretech.apps.meetings.operations import declare
from coretech.apps.meetings.seats import seat_of
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling
from coretech.web.shell.parts import Tag, Task

TO_DO = Tag(Sentence("待辦", "To do"), "blue")
VOTE_NOW = Tag(Sentence("請投票", "Vote now"), "orange")
RECUSED = Tag(Sentence("迴避", "Recused"), "purple")
DECLARED = Tag(Sentence("已申報", "Declared"), "green")
VOTED = Tag(Sentence("已投票", "Voted"), "green")
SIGNED = Tag(Sentence("已簽署", "Signed"), "green")
NOT_OPEN = Tag(Sentence("未開放", "Not open"), "grey")
OVER = Tag(Sentence("已決議", "Decided"), "grey")


@dataclass(frozen=True, slots=True)
class Own:
    """One member and one item: what was declared and voted, and what would be refused now."""

    item: Item
    declaration: Declaration | None
    voted: bool
    recused: bool
    declaring: Refused | None
    voting: Refused | None

    @property
    def may_vote(self) -> bool:
        """Whether the vote is waiting for this member now."""
        return self.voting is None and not self.voted

    @property
    def may_change(self) -> bool:
        """Whether the member has voted, and may still vote otherwise."""
        return self.voting is None and self.voted

    @property
    def must_declare(self) -> bool:
        """Whether the declaration is still owed and can be made."""
        return self.declaration is None and self.declaring is None


def own(by: Acting, item: Item) -> Own | None:
    """How this reader stands to the item as a member; None for whoever holds no seat."""
    seat = seat_of(by, item.meeting)
    return None if seat is None else _own(by, item, seat)


def own_ruling(item: Item, declaration: Declaration) -> Ruling | None:
    """What the law says of the member's own declaration; None where it was no interest, or the chair's order."""
    if not declaration.interest or declaration.ordered_by_id is not None:
        return None
    declared = declare.Interest(
        interest=True, kinship=tuple(declaration.kinship), cohabiting=declaration.cohabiting
    )
    return declare.recusal_ruling(item, declared)


@dataclass(frozen=True, slots=True)
class OwnMeeting:
    """A member's tasks at a meeting, and the items whose vote waits for the member now."""

    tasks: tuple[Task, ...]
    votable: tuple[Item, ...]


def own_meeting(by: Acting, meeting: Meeting) -> OwnMeeting | None:
    """What this reader has to do as a member: sign, declare for each item, vote; None without a seat.

    Before a coordination meeting nobody does any of these.
    """
    seat = seat_of(by, meeting)
    if seat is None:
        return None
    if is_coordination(meeting.body):
        return OwnMeeting((), ())
    mine = [_own(by, item, seat) for item in queries.agenda_of(meeting)]
    tasks = [_sign(by), *(task for each in mine for task in (_declare(each), _vote(each)))]
    return OwnMeeting(tuple(tasks), tuple(each.item for each in mine if each.may_vote))


def _own(by: Acting, item: Item, seat: Appointment) -> Own:
    part = queries.own_part(item, seat)
    return Own(
        item=item,
        declaration=part.declaration,
        voted=part.voted,
        recused=part.recused,
        declaring=refusal_of(declare.check, by, item),
        voting=refusal_of(check_own_vote, by, item),
    )


def _sign(by: Acting) -> Task:
    tag = SIGNED if by.standing.agreement_signed else TO_DO
    return _task(Sentence("簽署保密協議", "Sign the non-disclosure agreement"), tag, reverse("agreement"))


def _declare(mine: Own) -> Task:
    order, name = mine.item.order, mine.item.title
    title = Sentence(f"第{order}案：申報有無利益關係", f"Item {order}: declare whether you have an interest")
    page = reverse("declare", args=[mine.item.pk])
    if mine.declaration is not None:
        return _task(title, RECUSED if mine.recused else DECLARED, page, name)
    if mine.declaring is None:
        return _task(title, TO_DO, page, name)
    return _task(title, NOT_OPEN, None, mine.declaring.sentence)


def _vote(mine: Own) -> Task:
    order = mine.item.order
    title = Sentence(f"第{order}案：表決", f"Item {order}: vote")
    if mine.voting is None:
        tag = VOTE_NOW if mine.may_vote else VOTED
        return _task(title, tag, reverse("vote", args=[mine.item.pk]), mine.item.title)
    if mine.recused or mine.voted:
        return _task(title, RECUSED if mine.recused else VOTED, None)
    if mine.item.state == Item.State.DECIDED:
        return _task(title, OVER, None)
    why = None if mine.item.state == Item.State.LISTED else mine.voting.sentence
    return _task(title, NOT_OPEN, None, why)


def _task(title: Sentence, tag: Tag, href: str | None, hint: Sentence | None = None) -> Task:
    return Task(title, tag.words, href, tag.colour, hint)
