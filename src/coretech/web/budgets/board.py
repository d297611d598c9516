"""A plan's budgets in a year: entry by entry along the tree, stage against stage, with what is doubtful first."""

from collections.abc import Iterator
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Element, PlanVersion
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.revisions.elements import Tree, tree_of
from coretech.apps.reports.spending.board import FORMULA, Board, Line, board_of
from coretech.apps.reports.spending.budgets import Source, Stage, may_record, sees_requested, standing_figures
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.budgets.words import (
    HUNDRED_MILLION,
    SOURCES,
    STAGES,
    figures_link,
    rate,
    thousands,
    trail,
    year_of,
)
from coretech.web.plans.cost import Cost, cost_of
from coretech.web.plans.words import chinese, element_link
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_ENTRY = Column(Sentence("項目", "Entry"))
_PRINTED = Column(Sentence("方案載列（億元）", "Printed in the plan (NT$ 100 million)"), numeric=True)
_RATE = Column(Sentence("執行率", "Execution"), numeric=True)
_DIGITS = 4


@require_safe
def plan_budgets(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """The year asked for, or the newest; ``entry`` opens one entry's own parts. Public but for what was asked for."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan_slug)
    tree = tree_of(version)
    figures = list(standing_figures(by, version.plan))
    board = board_of(tree, figures)
    year = _year(request, board)
    under = tree.by_key.get(request.GET.get("entry", ""))
    cost = cost_of(version)
    context = {
        "version": version,
        "trail": trail(version),
        "years": [(each, year_of(each)) for each in board.years],
        "year": year,
        "year_words": year_of(year),
        "under": under,
        "made_up": any(each.demonstration for each in figures),
        "columns": _columns(by, cost),
        "rows": list(_rows(by, version, tree, board, cost, year, under)),
        "by_source": _by_source(by, board, year),
        "source_columns": (Column(Sentence("財源", "Source")), *_stage_columns(by)),
        "matters": list(_matters(tree, board, year)),
        "formula": FORMULA,
        "records": may_record(by, version.plan),
    }
    return render(request, "budgets/board.jinja", context)


def _year(request: HttpRequest, board: Board) -> int:
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < _DIGITS else 0
    return year if year in board.years else (board.years or (0,))[-1]


def _stages(by: Acting) -> list[Stage]:
    return [stage for stage in Stage if stage != Stage.REQUESTED or sees_requested(by)]


def _stage_columns(by: Acting) -> list[Column]:
    return [*(Column(STAGES[stage], numeric=True) for stage in _stages(by)), _RATE]


def _columns(by: Acting, cost: Cost | None) -> list[Column]:
    printed = [] if cost is None else [_PRINTED]
    return [_ENTRY, *printed, *_stage_columns(by)]


def _rows(  # noqa: PLR0913, PLR0917 - who reads which entries of which plan and year
    by: Acting,
    version: PlanVersion,
    tree: Tree,
    board: Board,
    cost: Cost | None,
    year: int,
    under: Element | None,
) -> Iterator[list[object]]:
    """The topmost entries with any amount, or those below one entry; the whole last."""
    shown = tree.tops if under is None else tree.below(under)
    for each in shown:
        line, printed = board.line(each.key, year), _printed(cost, each.key, year)
        if line.by_stage or printed is not None:
            cells = _cells(by, line, version, each.key, year)
            yield [_name(version, tree, each, year), *_beside(cost, printed), *cells]
    whole = board.whole(year) if under is None else board.line(under.key, year)
    key = "" if under is None else under.key
    yield [tr("合計", "Total"), *_beside(cost, _printed_whole(cost, key, year)), *_cells(by, whole)]


def _name(version: PlanVersion, tree: Tree, element: Element, year: int) -> Markup:
    if not tree.below(element):
        return element_link(version, element)
    address = reverse("plan_budgets", args=[version.plan.slug])
    link = Markup('<a class="govuk-link" href="{}?year={}&amp;entry={}">{}</a>')
    return link.format(address, year, element.key, chinese(f"{element.code} {element.title}".strip()))


def _cells(
    by: Acting, line: Line, version: PlanVersion | None = None, key: str = "", year: int = 0
) -> list[object]:
    """An entry's amounts, each leading to the figures behind it, and its rate of execution."""
    shown: list[object] = []
    for stage in _stages(by):
        words = thousands(line.by_stage.get(stage))
        linked = version is not None and stage in line.by_stage
        shown.append(figures_link(version, key, year, words) if version and linked else words)
    return [*shown, rate(line.rate)]


def _printed(cost: Cost | None, key: str, year: int) -> Decimal | None:
    return None if cost is None or year not in cost.years else cost.amount(key, year)


def _printed_whole(cost: Cost | None, key: str, year: int) -> Decimal | None:
    if cost is None or year not in cost.years:
        return None
    if key:
        return cost.amount(key, year)
    known = [amount for each in cost.rows if (amount := cost.amount(each, year)) is not None]
    return sum(known, Decimal(0)) if known else None


def _beside(cost: Cost | None, printed: Decimal | None) -> list[object]:
    if cost is None:
        return []
    return ["–" if printed is None else f"{printed / HUNDRED_MILLION:,.2f}"]


def _by_source(by: Acting, board: Board, year: int) -> list[list[object]]:
    return [
        [say(SOURCES[Source(source)]), *_cells(by, board.whole(year, source))]
        for source in board.sources(year)
    ]


def _matters(tree: Tree, board: Board, year: int) -> Iterator[tuple[Markup | str, Sentence]]:
    """What to look at: money spent beyond what may be, and amounts that are not the sum of their parts."""
    for key, excess in board.overspent(year):
        amount = thousands(excess)
        told = Sentence(
            f"實支超過可支用數 {amount} 千元。", f"NT$ {amount} thousand more was spent than may be."
        )
        yield _title(tree, key), told
    for each in board.differing:
        if each.year == year:
            stage, source = STAGES[each.stage], SOURCES[Source(each.source)]
            words = each.told.sentence
            told = Sentence(f"{stage.zh}（{source.zh}）：{words.zh}", f"{stage.en} ({source.en}): {words.en}")
            yield _title(tree, each.told.key), told


def _title(tree: Tree, key: str) -> Markup | str:
    element = tree.by_key.get(key)
    return key if element is None else chinese(f"{element.code} {element.title}".strip())
