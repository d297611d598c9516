"""Whether a vote may be changed until it closes."""

from coretech.apps.bodies.panel_rules import changes_allowed_on
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.panel_facts import of_a_panel
from coretech.kit.refusal import bad_input


def changes_allowed_by(item: Item, method: str, *, asked: bool) -> bool:
    """Whether changes are allowed: only in a named ballot; as the chair says, or as a panel's rules say.

    Raises:
        Refused: (HTTP 422) where they are asked for and cannot be had.
    """
    meeting, named = item.meeting, method == Item.Method.NAMED
    if asked and not named:
        raise bad_input(
            "changes",
            "只有記名投票可以改投；無記名票一經投入即無法辨認，舉手票由幕僚更正。",
            "Only a named vote can be changed: a sealed one cannot be found again, and hands are corrected on entry.",
        )
    if not of_a_panel(meeting):
        return asked
    allowed = named and changes_allowed_on(meeting.body, meeting.day)
    if asked and not allowed:
        raise bad_input(
            "changes",
            "該機關所定的專家審查會規則不許改投。",
            "The rules that the agency set for its panel do not let votes be changed.",
        )
    return allowed
