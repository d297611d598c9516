"""From rows of a panel's meeting to the facts of article 8(3): the figures, and what its agency has settled."""

from coretech.apps.bodies.models import Body
from coretech.apps.bodies.panel_rules import majority_on, quorum_on
from coretech.apps.meetings.facts import Room, resolution_facts
from coretech.apps.meetings.models import Item, Meeting
from coretech.law.panel import quorum, resolution


def of_a_panel(meeting: Meeting) -> bool:
    """Whether a panel meets, and so by its agency's rules."""
    return meeting.body.kind == Body.Kind.PANEL


def panel_quorum_facts(item: Item, room: Room) -> quorum.Facts:
    """Who attends, and how many must by the rules of the day of the meeting."""
    return quorum.Facts(
        members_in_office=len(room.in_office),
        present=len(room.attending),
        recused_present=len(room.recused & room.attending),
        quorum=quorum_on(item.meeting.body, item.meeting.day),
    )


def panel_resolution_facts(item: Item, room: Room) -> resolution.Facts:
    """How the votes stand, and how many must be for it by the rules of the day of the meeting."""
    counted = resolution_facts(room, item)
    return resolution.Facts(
        entitled_present=counted.entitled_present,
        recused_present=len(room.recused & room.attending),
        for_=counted.for_,
        against=counted.against,
        abstain=counted.abstain,
        majority=majority_on(item.meeting.body, item.meeting.day),
    )
