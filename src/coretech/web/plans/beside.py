"""What stands beside an entry of a plan: its indicators, its budget, and what it serves."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.links.operations import propose_link
from coretech.apps.links.queries import links_of
from coretech.apps.plans.models import Element, Plan, PlanVersion
from coretech.apps.reports.measured.indicators import indicators_of
from coretech.apps.reports.measured.light_rules import rules_of
from coretech.apps.reports.spending.budgets import standing_figures
from coretech.engines.progress.lights import light
from coretech.kit.sentence import Sentence
from coretech.web.indicators.words import LIGHT, NAME, PROGRESS, indicator_link, kind_of, share_of
from coretech.web.links.words import judgement_tag, relation_of, served_of
from coretech.web.plans.words import year_heading
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_INDICATORS = (
    NAME,
    Column(Sentence("種類與單位", "Kind and unit")),
    PROGRESS,
    Column(Sentence("至今應有", "Due by now"), numeric=True),
    LIGHT,
)
_LINKS = (
    Column(Sentence("所服務的項目", "What it serves")),
    Column(Sentence("關係", "How")),
    Column(Sentence("判斷", "Judgement")),
)
_MONEY = (
    Column(Sentence("年度", "Year")),
    Column(Sentence("階段", "Stage")),
    Column(Sentence("來源", "Source")),
    Column(Sentence("新臺幣千元", "NT$ thousand"), numeric=True),
    Column(Sentence("文件", "Document")),
)


def indicators_shown(plan: Plan, element_key: str, day: dt.date) -> dict[str, object]:
    """The indicators of an entry, each leading to its page."""
    found = indicators_of(plan, day, [element_key])
    rules = rules_of(plan, day)
    rows = [
        [
            indicator_link(each),
            kind_of(each),
            share_of(each.reckoned.progress),
            share_of(each.reckoned.expected),
            say(light(each.reckoned, rules).light.said),
        ]
        for each in found
    ]
    return {"indicator_columns": _INDICATORS, "indicators": rows}


def links_shown(by: Acting, plan: Plan, element_key: str) -> dict[str, object]:
    """What an entry serves, as far as this reader may know."""
    rows = [
        [served_of(each), relation_of(each.link), judgement_tag(each)]
        for each in links_of(by, plan, element_key)
    ]
    return {
        "link_columns": _LINKS,
        "links": rows,
        "proposes": refusal_of(propose_link.check, by) is None,
    }


def money_shown(by: Acting, version: PlanVersion, element: Element) -> dict[str, object]:
    """What the document prints for an entry, and the figures recorded since; each is told by stage, never added.

    What was asked for and not passed yet is told to those inside alone.
    """
    printed = [
        [
            say(year_heading(line.year)),
            tr("文件所印", "as printed"),
            "–",
            _amount(line.amount * 100_000),
            version.source_name,
        ]
        for line in element.budget.order_by("year", "order")
    ]
    rows = standing_figures(by, version.plan).filter(element_key=element.key)
    recorded = [
        [
            say(year_heading(row.year)),
            _said(row.get_stage_display()),
            _said(row.get_source_display()),
            _amount(row.amount) + (tr("（示範）", " (demonstration)") if row.demonstration else ""),
            row.document,
        ]
        for row in rows
    ]
    return {"money_columns": _MONEY, "money": [*printed, *recorded]}


def _said(label: str) -> str:
    """A choice's label in the page's language."""
    zh, _, en = label.partition(" / ")
    return tr(zh, en or zh)


def _amount(value: object) -> str:
    text = f"{value:,.3f}"
    return text.rstrip("0").rstrip(".")
