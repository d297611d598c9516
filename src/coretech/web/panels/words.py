"""How a panel's rules are said on pages."""

import datetime as dt

from coretech.apps.bodies.models import PanelRules
from coretech.apps.bodies.panel_rules import Held
from coretech.kit.sentence import Sentence
from coretech.law.terms import PanelMajority, PanelQuorum
from coretech.law.wording import named
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import both, say

Rows = list[tuple[Sentence, object]]

QUORUM = Sentence("出席門檻", "How many must attend")
MAJORITY = Sentence("議決門檻", "How many must be for it")
TERM = Sentence("委員任期", "Term of its members")
CHANGES = Sentence("記名表決可否改票", "Whether a named vote may be changed")
SINCE = Sentence("施行日", "In force from")

BORROWED = {
    QUORUM: Sentence("比照審議會：二分之一以上", "as the council's: half or more"),
    MAJORITY: Sentence("比照審議會：出席過半數同意", "as the council's: more than half of those attending"),
    TERM: Sentence("24個月", "24 months"),
    CHANGES: Sentence("投票後不得更改", "not once cast"),
}
"""What holds where the agency has settled nothing."""

QUORUMS = [(each.value, both(named(each).zh, named(each).en.capitalize())) for each in PanelQuorum]
MAJORITIES = [(each.value, both(named(each).zh, named(each).en.capitalize())) for each in PanelMajority]


def rows_of(rules: PanelRules | None) -> Rows:
    """A panel's rules as names and values; the borrowed ones where nothing was settled."""
    if rules is None:
        return [(name, say(words)) for name, words in BORROWED.items()]
    return [
        (QUORUM, say(quorum_of(rules))),
        (MAJORITY, say(majority_of(rules))),
        (TERM, say(term_of(rules))),
        (CHANGES, say(changes_of(rules))),
        (SINCE, both_dates(rules.valid_from)),
    ]


def quorum_of(rules: PanelRules) -> Sentence:
    """How many must attend."""
    return named(PanelQuorum(rules.quorum))


def majority_of(rules: PanelRules) -> Sentence:
    """How many must be for it."""
    return named(PanelMajority(rules.majority))


def term_of(rules: PanelRules) -> Sentence:
    """How long a member serves."""
    months = rules.term_months
    return Sentence(f"{months}個月", f"{months} month" if months == 1 else f"{months} months")


def changes_of(rules: PanelRules) -> Sentence:
    """Whether a named vote may be changed."""
    if rules.changes_allowed:
        return Sentence("表決結束前得改票", "until the vote closes")
    return BORROWED[CHANGES]


def standing_of(held: Held, day: dt.date) -> Tag:
    """Whether a set of rules holds on a day, is to come, or is over."""
    if held.holds_on(day):
        return Tag(Sentence("適用", "in force"), "green")
    if held.replaced:
        return Tag(Sentence("施行前已改定", "replaced before it began"), "grey")
    if held.rules.valid_from > day:
        return Tag(Sentence("尚未施行", "to come"), "blue")
    return Tag(Sentence("已屆滿", "over"), "grey")
