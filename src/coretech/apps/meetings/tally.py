"""What an item's votes come to, by the method they were cast by."""

from coretech.apps.meetings.facts import Room, named_tally
from coretech.apps.meetings.models import Ballot, Item
from coretech.apps.meetings.queries import voted_seats
from coretech.apps.meetings.secret import secret_tally
from coretech.kit.refusal import wrong_state


def tally_of(item: Item, room: Room) -> dict[str, int]:
    """The count that stands when the vote closes; only votes of seats that are entitled now are in it.

    Raises:
        Refused: (HTTP 409) where votes cannot be told apart any more and somebody in the count may vote no longer.
    """
    if item.method == Item.Method.SECRET:
        _require_roll_entitled(item, room)
        return secret_tally(item)
    if item.hand_count is not None:
        _require_same_room(item, room)
        return {choice: item.hand_count[choice] for choice in Ballot.Choice.values}
    return named_tally(item, room)


def anybody_voted(item: Item) -> bool:
    """Whether any vote of this round is in: a ballot, a name on the roll, or a count of hands."""
    return item.hand_count is not None or bool(voted_seats(item))


def _require_roll_entitled(item: Item, room: Room) -> None:
    many = len(voted_seats(item) - room.entitled)
    if many:
        raise wrong_state(
            f"有{many}位投票者於投票後迴避或離席，無記名票無從抽回；請主席宣告本次表決作廢，重新表決。",
            f"Since voting, {many} of those on the roll were recused or left, and a secret vote cannot be taken out. "
            "Let the chair annul this vote and open it anew.",
        )


def _require_same_room(item: Item, room: Room) -> None:
    if item.hand_count is not None and item.hand_count["entitled"] != sorted(room.entitled):
        raise wrong_state(
            "點票後，得表決的出席者已有變動；請重新點票登錄。",
            "Those who may vote have changed since the hands were counted; count them again.",
        )
