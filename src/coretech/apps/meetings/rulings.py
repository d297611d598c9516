"""What the law says of an item: does the body attend in number, and is the item carried?

The council answers to article 5(3), a panel to the rules its agency has settled (art. 8(3)).
"""

from coretech.apps.meetings.facts import Room, quorum_facts, resolution_facts
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.panel_facts import of_a_panel, panel_quorum_facts, panel_resolution_facts
from coretech.law.meeting import quorum, resolution
from coretech.law.panel import quorum as panel_quorum
from coretech.law.panel import resolution as panel_resolution
from coretech.law.ruling import Ruling


def quorum_ruling(item: Item, room: Room) -> Ruling:
    """Whether enough members attend, on the day of the meeting."""
    if of_a_panel(item.meeting):
        return panel_quorum.rule(panel_quorum_facts(item, room), item.meeting.day)
    return quorum.rule(quorum_facts(room), item.meeting.day)


def resolution_ruling(item: Item, room: Room) -> Ruling:
    """What the votes amount to: the count kept with the item, or the named ballots that stand so far."""
    if of_a_panel(item.meeting):
        return panel_resolution.rule(panel_resolution_facts(item, room), item.meeting.day)
    return resolution.rule(resolution_facts(room, item), item.meeting.day)
