"""Targets against actuals over a whole plan: how many indicators stand how in each year, and each of them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.measured.indicators import Stated, indicators_of
from coretech.apps.reports.measured.light_rules import rules_of
from coretech.apps.reports.operations import propose_indicators
from coretech.apps.reports.revisions.elements import Tree, tree_of
from coretech.engines.progress.lights import light
from coretech.engines.progress.reckoned import Status
from coretech.engines.progress.thresholds import Rules
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting, once
from coretech.web.indicators.words import (
    DEMONSTRATION,
    LIGHT,
    NAME,
    PROGRESS,
    STATUSES,
    actual_in,
    indicator_link,
    kind_of,
    share_of,
    target_in,
)
from coretech.web.plans.words import year_heading
from coretech.web.sending import done
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

FORMULA = Sentence(
    "每格為該年處於該狀態的指標個數。各指標的數值不相加：種類或單位不同者，加起來沒有意義。",
    "Each figure counts the indicators that stand so in the year. Their values are never added: over different kinds or"
    " units a sum would mean nothing.",
)
_KIND = Column(Sentence("種類與單位", "Kind and unit"))


@require_safe
def plan_indicators(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """All indicators of a plan by industry or goal. Public."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan_slug)
    found = indicators_of(version.plan, by.today)
    rules = rules_of(version.plan, by.today)
    years = years_of(found)
    context = {
        "version": version,
        "count": len(found),
        "proposed": sum(each.definition.proposed for each in found),
        "status_columns": (
            Column(Sentence("狀態", "Standing")),
            *(Column(year_heading(year), numeric=True) for year in years),
        ),
        "status_rows": [[say(status.said), *counts] for status, counts in statuses(found, years).items()],
        "formula": FORMULA,
        "columns": (NAME, _KIND, *(Column(year_heading(year)) for year in years), PROGRESS, LIGHT),
        "groups": [
            (title, [_row(each, years, rules) for each in rows])
            for title, rows in grouped(found, tree_of(version))
        ],
        "controls": refusal_of(propose_indicators.check, by, version.plan) is None,
        "demonstration": DEMONSTRATION if any(each.demonstration for each in found) else None,
    }
    return render(request, "indicators/listing.jinja", context)


def propose(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """Propose what the newest version's targets have no indicator for yet; then back to the list."""
    by = acting(request)
    once(lambda: propose_indicators.propose_indicators(by, plan_slug))
    added = Sentence("已補上建議的指標，請逐項確認。", "Indicators are proposed; confirm each of them.")
    return done(request, added, "plan_indicators", plan_slug)


def years_of(found: Iterable[Stated]) -> list[int]:
    """The ROC years of all terms."""
    return sorted({year for each in found for year in range(each.definition.start, each.definition.end + 1)})


def statuses(found: Sequence[Stated], years: Sequence[int]) -> dict[Status, list[int]]:
    """How many indicators stand how in each year; a year an indicator says nothing of is one without a target."""
    counted = {year: Counter[Status]() for year in years}
    for each in found:
        told = {year.year: year.status for year in each.reckoned.years}
        for year in range(each.definition.start, each.definition.end + 1):
            counted[year][told.get(year, Status.NO_TARGET)] += 1
    return {status: [counted[year][status] for year in years] for status in STATUSES}


def grouped(found: Iterable[Stated], tree: Tree) -> list[tuple[str, list[Stated]]]:
    """The indicators under the industry or goal they belong to, in the plan's order."""
    groups: dict[str, list[Stated]] = {each.key: [] for each in tree.tops}
    rest: list[Stated] = []
    for each in found:
        element = tree.by_key.get(each.indicator.element_key)
        top = None if element is None else (tree.above(element) or [element])[0]
        (rest if top is None else groups[top.key]).append(each)
    titled = [(f"{top.code} {top.title}".strip(), groups[top.key]) for top in tree.tops]
    return [(title, rows) for title, rows in [*titled, (tr("其他", "Others"), rest)] if rows]


def _row(stated: Stated, years: Sequence[int], rules: Rules) -> list[object]:
    told = {year.year: year for year in stated.reckoned.years}
    cells = [
        f"{actual_in(told[year])} / {target_in(told[year])}" if year in told else tr("無目標", "no target")
        for year in years
    ]
    return [
        indicator_link(stated),
        kind_of(stated),
        *cells,
        share_of(stated.reckoned.progress),
        say(light(stated.reckoned, rules).light.said),
    ]
