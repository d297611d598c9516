"""``coretech panel``: the rules a panel meets by, its agenda, and the opinion it votes on."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Body, PanelRules
from coretech.apps.bodies.operations.set_panel_rules import Settled, set_panel_rules
from coretech.apps.bodies.panel_rules import Held, find_panel, history_of_rules, rules_on, visible_panels
from coretech.apps.meetings.operations.put_on_panel_agenda import put_on_panel_agenda
from coretech.apps.meetings.operations.record_panel_opinion import record_panel_opinion
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import ItemId, MeetingId, Reference, Seen, day
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence
from coretech.law.terms import PanelMajority, PanelQuorum
from coretech.law.wording import named

app = group("專家審查會：規定、議程、審查意見", "panels: their rules, agenda and opinion")

PanelId = Annotated[int, typer.Argument(metavar="PANEL", help="編號（見 panel list） / see panel list")]
_BORROWED = Sentence(
    "機關尚未訂定，比照審議會（第8條第3項、第5條第3項）",
    "nothing settled; the council's rules apply (arts. 8(3), 5(3))",
)


@reads(app, "list")
def list_panels(by: Acting) -> Told:
    """列出可閱覽的專家審查會 / List the panels that may be seen."""
    panels = list(visible_panels(by))
    return Told(
        [{"id": panel.pk, "agency": panel.agency.code, "name": panel.name.as_dict()} for panel in panels],
        lambda language: table([(panel.pk, panel.agency.code, panel.name.say(language)) for panel in panels]),
    )


@reads(app, "rules")
def show_rules(
    by: Acting,
    panel: PanelId,
    on: Annotated[
        dt.date | None, day("--on", "哪一天適用（預設今天）", "the rules of which day; today")
    ] = None,
) -> Told:
    """某日適用的規定，及歷次規定 / The rules of a day, and all so far."""
    return _told(find_panel(by, panel), on or by.today)


@writes(app, "set-rules")
def settle_rules(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    panel: PanelId,
    *,
    valid_from: Annotated[dt.date, day("--from", "施行日，明日以後", "their first day, tomorrow or later")],
    quorum: Annotated[PanelQuorum, typer.Option(help="出席門檻 / how many must attend")],
    majority: Annotated[PanelMajority, typer.Option(help="議決門檻 / how many must be for it")],
    term_months: Annotated[int, typer.Option(help="委員任期（月） / a member's term, in months")] = 24,
    changes_allowed: Annotated[
        bool, typer.Option("--changes/--no-changes", help="記名表決得改票 / a named vote may be changed")
    ] = False,
    procedure: Annotated[
        Path | None, typer.Option(help="其他議事規定檔，- 為標準輸入 / a file; - is standard input")
    ] = None,
) -> Act:
    """訂定出席與議決規定 / Settle how the panel meets and decides, from a day on."""
    words = "" if procedure is None else text_from(None, procedure)
    settled = Settled(valid_from, quorum.value, majority.value, term_months, changes_allowed, words)
    return set_panel_rules(by, panel, settled)


@writes(app, "agenda")
def add_to_agenda(by: Acting, reference: Reference, meeting: MeetingId, seen: Seen = None) -> Act:
    """排入專家審查會議程 / Put a case on a panel's agenda."""
    return put_on_panel_agenda(by, reference, meeting, seen)


@writes(app, "opinion")
def write_opinion(
    by: Acting,
    item: ItemId,
    *,
    text: Annotated[str | None, typer.Option(help="審查意見 / the opinion")] = None,
    file: Annotated[
        Path | None, typer.Option(help="審查意見檔，- 為標準輸入 / a file; - is standard input")
    ] = None,
    conditions: Annotated[str, typer.Option(help="附帶條件 / its conditions")] = "",
) -> Act:
    """擬具供表決的審查意見 / Write the opinion the panel votes on."""
    return record_panel_opinion(by, item, text_from(text, file), conditions)


def _told(panel: Body, on: dt.date) -> Told:
    rules, history = rules_on(panel, on), history_of_rules(panel)
    data = {
        "id": panel.pk,
        "agency": panel.agency.code,
        "on": on.isoformat(),
        "rules": None if rules is None else _data(rules),
        "history": [
            {**_data(held.rules), "until": _iso(held), "replaced": held.replaced} for held in history
        ],
    }

    def lines(language: str) -> Iterable[str]:
        yield f"{panel.name.say(language)}  {on.isoformat()}"
        yield _BORROWED.say(language) if rules is None else "  ".join(_row(rules, language))
        yield from ["", *table([(*_row(held.rules, language), _iso(held) or "") for held in history])]

    return Told(data, lines)


def _iso(held: Held) -> str | None:
    return None if held.until is None or held.replaced else held.until.isoformat()


def _data(rules: PanelRules) -> dict[str, object]:
    return {
        "valid_from": rules.valid_from.isoformat(),
        "quorum": rules.quorum,
        "majority": rules.majority,
        "term_months": rules.term_months,
        "changes_allowed": rules.changes_allowed,
        "procedure": rules.procedure,
    }


def _row(rules: PanelRules, language: str) -> tuple[str, ...]:
    quorum, majority = named(PanelQuorum(rules.quorum)), named(PanelMajority(rules.majority))
    return rules.valid_from.isoformat(), quorum.say(language), majority.say(language)
