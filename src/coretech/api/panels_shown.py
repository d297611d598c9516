"""A panel, its rules and its opinion as the API shows them."""

import datetime as dt

from coretech.api.problems import RulingShown
from coretech.api.schemas import Moment, Named, Shown, Words
from coretech.apps.bodies.models import Body, PanelRules
from coretech.apps.bodies.panel_rules import Held, history_of_rules, rules_on
from coretech.apps.cases.operations.review_by_panel import composition_ruling
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.panel_opinion import newest_opinion


class PanelBrief(Shown):
    """A panel and its agency."""

    id: int
    agency: str
    name: Words


class RulesShown(Shown):
    """One set of rules: from when until when it holds; replaced before its first day, it never holds."""

    valid_from: dt.date
    until: dt.date | None
    replaced: bool
    quorum: str
    majority: str
    term_months: int
    changes_allowed: bool
    procedure: str


class PanelShown(PanelBrief):
    """A panel with the rules of a day, ``null`` where the council's are borrowed, and all that were ever settled."""

    on: dt.date
    rules: RulesShown | None
    history: list[RulesShown]
    composition: RulingShown


class OpinionShown(Shown):
    """The opinion on an item; ``text`` is ``null`` while there is none."""

    case: Named | None
    text: str | None
    conditions: str
    parts: dict[str, int]
    written_at: Moment | None


def brief(panel: Body) -> PanelBrief:
    """The panel without its rules."""
    return PanelBrief(id=panel.pk, agency=panel.agency.code, name=Words.of(panel.name))


def panel_shown(panel: Body, day: dt.date) -> PanelShown:
    """The panel as of a day."""
    history = history_of_rules(panel)
    rules = rules_on(panel, day)
    return PanelShown(
        **brief(panel).model_dump(),
        on=day,
        rules=None if rules is None else next(_rules(held) for held in history if held.rules == rules),
        history=[_rules(held) for held in history],
        composition=RulingShown.model_validate(composition_ruling(panel, day).as_dict()),
    )


def opinion_shown(item: Item) -> OpinionShown:
    """The newest opinion on an item."""
    opinion = newest_opinion(item)
    case = None if item.case is None else Named.under(item.case.reference, item.title)
    if opinion is None:
        return OpinionShown(case=case, text=None, conditions="", parts={}, written_at=None)
    return OpinionShown(
        case=case,
        text=opinion.text,
        conditions=opinion.conditions,
        parts=opinion.parts,
        written_at=opinion.written_at,
    )


def _rules(held: Held) -> RulesShown:
    rules: PanelRules = held.rules
    return RulesShown(
        valid_from=rules.valid_from,
        until=held.until,
        replaced=held.replaced,
        quorum=rules.quorum,
        majority=rules.majority,
        term_months=rules.term_months,
        changes_allowed=rules.changes_allowed,
        procedure=rules.procedure,
    )
