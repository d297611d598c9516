"""Entering a show of hands as it was counted, without names (art. 5(3))."""

from dataclasses import asdict, dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.locking import lock_item
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.voters import require_entering
from coretech.kit.refusal import bad_input, wrong_state


@dataclass(frozen=True, slots=True)
class Hands:
    """How many hands were raised."""

    in_favour: int
    against: int
    abstain: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.in_favour + self.against + self.abstain


def check(by: Acting, item: Item) -> None:
    """Whether the secretariat may enter a count now: in a show of hands that is not entered seat by seat."""
    require_entering(by, item)
    if item.method != Item.Method.HANDS:
        raise wrong_state(
            "本案不是舉手表決，不能只登錄票數。", "This is no show of hands; a bare count cannot be entered."
        )
    if item.ballots.filter(round=item.round).exists():
        raise wrong_state(
            "本案已逐席登錄，請繼續逐席登錄。", "Hands were entered seat by seat; go on so, without a count."
        )


@operation
def count_hands(by: Acting, item_id: int, hands: Hands) -> Act:
    """Keep the count sealed until the vote closes; entered again, the newest one counts."""
    item = lock_item(item_id)
    check(by, item)
    entitled = sorted(room_of(item).entitled)
    _require_sound(hands, len(entitled))
    figures = {"for": hands.in_favour, "against": hands.against, "abstain": hands.abstain}
    item.hand_count = {**figures, "entitled": entitled}
    item.save(update_fields=["hand_count"])
    return record(
        by,
        "meeting.hands_counted",
        item.subject,
        public={"count": hands.total},
        confidential={"hands": figures},
    )


def _require_sound(hands: Hands, entitled: int) -> None:
    for name, number in asdict(hands).items():
        if number < 0:
            raise bad_input(name, "票數不得為負數。", "Votes cannot be fewer than none.")
    if hands.total == 0:
        raise bad_input("in_favour", "請登錄點得的票數。", "Enter the hands that were counted.")
    if hands.total > entitled:
        raise bad_input(
            "in_favour",
            f"合計{hands.total}票，多於得表決的出席者{entitled}人；請重新點票。",
            f"{hands.total} hands in all, but only {entitled} may vote; count again.",
        )
