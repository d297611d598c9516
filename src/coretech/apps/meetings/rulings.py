"""What the law says of an item: does the body attend in number, and is the item carried?

The council answers to article 5(3), a panel to the rules its agency has settled (art. 8(3)). A coordination meeting is
outside the regulation: it has no quorum and never votes, and what nobody objects to is agreed.
"""

from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.meetings.facts import Room, quorum_facts, resolution_facts
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.panel_facts import of_a_panel, panel_quorum_facts, panel_resolution_facts
from coretech.kit.sentence import Sentence
from coretech.law.meeting import quorum, resolution
from coretech.law.panel import quorum as panel_quorum
from coretech.law.panel import resolution as panel_resolution
from coretech.law.ruling import Article, Outcome, Ruling

_BY_CONSENT = Sentence(
    "專案會議協調計畫推動事項，不適用審議會的出席與表決門檻；主席徵詢後無人異議，即為決議。",
    "A coordination meeting settles how plans are carried out: no quorum and no majority of the council applies, and"
    " what nobody objects to is agreed.",
)


def quorum_ruling(item: Item, room: Room) -> Ruling:
    """Whether enough members attend, on the day of the meeting."""
    if is_coordination(item.meeting.body):
        return _by_consent(item)
    if of_a_panel(item.meeting):
        return panel_quorum.rule(panel_quorum_facts(item, room), item.meeting.day)
    return quorum.rule(quorum_facts(room), item.meeting.day)


def resolution_ruling(item: Item, room: Room) -> Ruling:
    """What the votes amount to: the count kept with the item, or the named ballots that stand so far."""
    if is_coordination(item.meeting.body):
        return _by_consent(item)
    if of_a_panel(item.meeting):
        return panel_resolution.rule(panel_resolution_facts(item, room), item.meeting.day)
    return resolution.rule(resolution_facts(room, item), item.meeting.day)


def _by_consent(item: Item) -> Ruling:
    return Ruling("meeting.coordination", Outcome.YES, (Article("4.1"),), _BY_CONSENT, as_of=item.meeting.day)
