"""What comes next for an item on the council's agenda, from the agreement to the close of its vote."""

from collections.abc import Sequence

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.players import Player
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations import cast_vote, close_vote, open_meeting, open_vote
from coretech.kit.sentence import Sentence
from coretech.law.access import Role
from coretech.web.demo.hints import Hint, holding

_SIGN = Sentence("簽署保密協議", "Sign the non-disclosure agreement")
_MOVE = Sentence("把示範日期移到開會日", "Move the demonstration to the day of the meeting")
_ATTEND = Sentence("登錄出席情形", "Record who attends")
_OPEN = Sentence("宣布開會", "Open the meeting")
_DECLARE = Sentence(
    "申報利益關係（試試申報親屬的利益，看迴避如何發生）",
    "Declare an interest (try a relative's, to see a recusal)",
)
_PAPER = Sentence("登錄其他委員的書面申報", "Enter the other members' paper declarations")
_OPEN_VOTE = Sentence("宣布表決", "Open the vote")
_VOTE = Sentence("投票", "Vote")
_HANDS = Sentence("登錄其他委員的舉手表決", "Enter the other members' show of hands")
_CLOSE_VOTE = Sentence("結束表決並宣布結果", "Close the vote and declare the result")


def at_meeting(cast: Sequence[Player], office: Player, item: Item) -> Hint:
    """The next step in the room, asked of the same checks as the buttons."""
    if item.meeting.state == Meeting.State.CALLED:
        return _before(cast, office, item.meeting)
    if item.state == Item.State.LISTED:
        return _before_the_vote(cast, office, item)
    return _during_the_vote(cast, office, item)


def _before(cast: Sequence[Player], office: Player, meeting: Meeting) -> Hint:
    members = holding(cast, Role.COUNCIL_MEMBER)
    unsigned = next((each for each in members if not each.acting.standing.agreement_signed), None)
    if unsigned is not None:
        return Hint(_SIGN, unsigned, "agreement")
    refusal = refusal_of(open_meeting.check, office.acting, meeting)
    if office.acting.today < meeting.held_on:
        return Hint(_MOVE, None, "demo", refusal=refusal)
    if refusal is not None:
        return Hint(_ATTEND, office, "attendance", (meeting.pk,), refusal)
    return Hint(_OPEN, office, "meeting", (meeting.pk,))


def _before_the_vote(cast: Sequence[Player], office: Player, item: Item) -> Hint:
    refusal, room = refusal_of(open_vote.check, office.acting, item), room_of(item)
    if refusal is None:
        return Hint(_OPEN_VOTE, office, "item", (item.pk,))
    if not room.declared:
        return Hint(_DECLARE, _somebody(cast), "declare", (item.pk,), refusal)
    if room.attending - room.declared:
        return Hint(_PAPER, office, "item", (item.pk,), refusal)
    return Hint(_OPEN_VOTE, office, "item", (item.pk,), refusal)


def _during_the_vote(cast: Sequence[Player], office: Player, item: Item) -> Hint:
    refusal = refusal_of(close_vote.check, office.acting, item)
    may_vote = (
        each
        for each in holding(cast, Role.COUNCIL_MEMBER)
        if refusal_of(cast_vote.check, each.acting, item) is None
    )
    voter = next(may_vote, None)
    if refusal is not None:
        return Hint(_VOTE, voter, "vote", (item.pk,), refusal)
    if voter is not None:
        return Hint(_HANDS, office, "item", (item.pk,))
    return Hint(_CLOSE_VOTE, office, "item", (item.pk,))


def _somebody(cast: Sequence[Player]) -> Player | None:
    """A member who is not the convener, who should rather stay in the chair."""
    members = holding(cast, Role.COUNCIL_MEMBER)
    return next((each for each in members if Role.CONVENER not in each.acting.standing.roles), None)
