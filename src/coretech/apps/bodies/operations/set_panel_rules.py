"""Settling how an agency's panel meets and decides (art. 8(3))."""

import datetime as dt
from dataclasses import asdict, dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Body, PanelRules
from coretech.apps.bodies.panel_rules import no_such_panel
from coretech.kit.refusal import bad_input
from coretech.law.access import Action, Matter

MONTHS = range(1, 121)
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Settled:
    """What the agency settles, from a day on."""

    valid_from: dt.date
    quorum: str
    majority: str
    term_months: int = 24
    changes_allowed: bool = False
    procedure: str = ""


def check(by: Acting, panel: Body) -> None:
    """Whether this person may settle the panel's rules."""
    allow(by, Action.SET_PANEL_RULES, Matter(agencies=frozenset({panel.agency.code})))


@operation
def set_panel_rules(by: Acting, panel_id: int, settled: Settled) -> Act:
    """Settle the rules from a later day on.

    Not from today: a day that has begun keeps its rules, so that no vote is counted by another than it was opened by.
    """
    panel = Body.objects.select_related("agency").filter(pk=panel_id, kind=Body.Kind.PANEL).first()
    if panel is None:
        raise no_such_panel()
    check(by, panel)
    _refuse_bad(by, settled)
    hold(f"panel-rules:{panel.pk}")
    text = settled.procedure.strip()
    rules = PanelRules.objects.create(body=panel, set_at=by.at, **asdict(settled) | {"procedure": text})
    return record(
        by,
        "panel.rules_set",
        f"panel/{panel.pk}",
        public={
            "agency": panel.agency.code,
            "valid_from": settled.valid_from.isoformat(),
            "quorum": settled.quorum,
            "majority": settled.majority,
            "term_months": settled.term_months,
            "changes_allowed": settled.changes_allowed,
        },
        confidential={"procedure": text},
        rows=[rules],
    )


def _refuse_bad(by: Acting, settled: Settled) -> None:
    if settled.valid_from <= by.today:
        raise bad_input(
            "valid_from",
            "施行日應為明日以後；今日已適用的規定不再變動。",
            "Choose a day from tomorrow on; the rules of a day that has begun do not change.",
        )
    if settled.quorum not in PanelRules.Quorum.values:
        raise bad_input("quorum", "請選擇出席門檻。", "Choose how many must attend.")
    if settled.majority not in PanelRules.Majority.values:
        raise bad_input("majority", "請選擇議決門檻。", "Choose how many must be for it.")
    if settled.term_months not in MONTHS:
        raise bad_input(
            "term_months",
            f"任期應為{MONTHS[0]}至{MONTHS[-1]}個月。",
            f"A term is between {MONTHS[0]} and {MONTHS[-1]} months.",
        )
    if len(settled.procedure) > LONGEST:
        raise bad_input(
            "procedure", f"議事規定請在{LONGEST}字以內。", f"Keep the procedure within {LONGEST} characters."
        )
