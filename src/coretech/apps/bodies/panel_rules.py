"""Which of its own rules a panel meets by on a day (art. 8(3))."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Body, PanelRules
from coretech.kit.refusal import Refused, not_found
from coretech.law.access import Action, Matter
from coretech.law.terms import PanelMajority, PanelQuorum


def visible_panels(by: Acting) -> QuerySet[Body]:
    """The panels whose rules somebody may read: one's own agency's, and those one sits on.

    Raises:
        Refused: (HTTP 403) for whoever has no panel.
    """
    own = by.standing.agencies | by.standing.panels
    allow(by, Action.READ_PANEL, Matter(agencies=own))
    panels = Body.objects.filter(kind=Body.Kind.PANEL, agency__code__in=own)
    return panels.select_related("agency").order_by("agency__code")


def find_panel(by: Acting, panel_id: int) -> Body:
    """The panel, where this reader may know of it.

    Raises:
        Refused: 403 for whoever has no panel at all; 404 alike for one that is not there and one of another agency.
    """
    panel = visible_panels(by).filter(pk=panel_id).first()
    if panel is None:
        raise no_such_panel()
    return panel


def no_such_panel() -> Refused:
    """The refusal for a panel that is not there, or not for this reader."""
    return not_found(
        "沒有這個專家審查會，或您無權閱覽。", "There is no such panel, or it is not yours to see."
    )


def rules_on(panel: Body, day: dt.date) -> PanelRules | None:
    """The rules that hold on a day, or None where the agency has settled nothing by then."""
    return panel.rules.filter(valid_from__lte=day).order_by("-valid_from", "-pk").first()


@dataclass(frozen=True, slots=True)
class Held:
    """One set of rules, and the last day it holds on; ``replaced`` before its first day, it never holds at all."""

    rules: PanelRules
    until: dt.date | None
    replaced: bool

    def holds_on(self, day: dt.date) -> bool:
        """Whether these are the rules of a day."""
        begun = self.rules.valid_from <= day
        return begun and not self.replaced and (self.until is None or day <= self.until)


def history_of_rules(panel: Body) -> list[Held]:
    """Every set of rules ever settled, the newest first; where two begin on one day, the later one replaced it."""
    held: list[Held] = []
    following: PanelRules | None = None
    for rules in panel.rules.order_by("-valid_from", "-pk"):
        replaced = following is not None and following.valid_from == rules.valid_from
        until = None if following is None else following.valid_from - dt.timedelta(days=1)
        held.append(Held(rules, until, replaced))
        following = rules
    return held


def quorum_on(panel: Body, day: dt.date) -> PanelQuorum | None:
    """How many must attend on a day, as the law's question takes it."""
    rules = rules_on(panel, day)
    return None if rules is None else PanelQuorum(rules.quorum)


def majority_on(panel: Body, day: dt.date) -> PanelMajority | None:
    """How many must be for it on a day, as the law's question takes it."""
    rules = rules_on(panel, day)
    return None if rules is None else PanelMajority(rules.majority)


def changes_allowed_on(panel: Body, day: dt.date) -> bool:
    """Whether a named vote may be changed until the close on a day; not where nothing was settled."""
    rules = rules_on(panel, day)
    return rules is not None and rules.changes_allowed
