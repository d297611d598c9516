"""The figures behind an amount: each with its document, what it restates, and what took its place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.plans.models import PlanVersion
from coretech.apps.plans.queries import element_of, version_of
from coretech.apps.reports.models import BudgetFigure
from coretech.apps.reports.operations import restate_budget
from coretech.apps.reports.revisions.elements import tree_of
from coretech.apps.reports.spending.budgets import Source, Stage, history_of, standing_figures
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.budgets.words import SOURCES, STAGES, trail, year_of
from coretech.web.plans.words import chinese, element_link
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_COLUMNS = (
    Column(Sentence("階段", "Stage")),
    Column(Sentence("財源", "Source")),
    Column(Sentence("機關", "Agency")),
    Column(Sentence("新臺幣千元", "NT$ thousand"), numeric=True),
    Column(Sentence("依據文件", "Document")),
    Column(Sentence("重述", "Restated")),
)


@require_safe
def plan_budget_figures(request: HttpRequest, plan_slug: str, element_key: str, year: int) -> HttpResponse:
    """Every figure of an entry and year, newest last, and the entries below it that have any. Public as the board."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan_slug)
    element = element_of(version, element_key)
    figures = history_of(by, version.plan, element_key, year)
    below = _below(by, version, element_key, year)
    if not figures and not below:
        raise not_found("這一項這一年沒有經費數字。", "There is no figure of this entry and year.")
    context = {
        "version": version,
        "trail": trail(version),
        "element": element,
        "heading": chinese(f"{element.code} {element.title}".strip()),
        "year": year,
        "year_words": year_of(year),
        "columns": _COLUMNS,
        "rows": [_row(by, version, each) for each in figures],
        "below": below,
    }
    return render(request, "budgets/figures.jinja", context)


def _row(by: Acting, version: PlanVersion, figure: BudgetFigure) -> list[object]:
    agency = "–" if figure.agency is None else say(figure.agency.name_on(by.today))
    amount = f"{figure.amount.normalize():,f}"
    mark = tr("（示範資料）", " (demonstration)") if figure.demonstration else ""
    return [
        say(STAGES[Stage(figure.stage)]),
        say(SOURCES[Source(figure.source)]),
        agency,
        Markup("<del>{}</del>").format(amount) if hasattr(figure, "restated_by") else amount,
        f"{figure.document}{mark}",
        _restated(by, version, figure),
    ]


def _restated(by: Acting, version: PlanVersion, figure: BudgetFigure) -> str | Markup:
    """What became of it: another took its place, it took another's, or it may be restated now."""
    if hasattr(figure, "restated_by"):
        return tr("已由後一筆取代", "A later figure took its place")
    why = tr(f"取代前一筆：{figure.why}", f"In place of the one before: {figure.why}") if figure.why else "–"
    if refusal_of(restate_budget.check, by, figure) is not None:
        return why
    address = reverse("budget_restate", args=[version.plan.slug, figure.pk])
    link = Markup('<a class="govuk-link" href="{}">{}</a>').format(address, tr("重述", "Restate it"))
    return Markup("{}<br>{}").format(why, link) if figure.why else link


def _below(by: Acting, version: PlanVersion, key: str, year: int) -> list[Markup]:
    """The entries beneath that have figures of the year, which the entry's amount is made of where it has none."""
    tree = tree_of(version)
    keys = [each.key for each in tree.under(tree.by_key[key])][1:]
    figures = standing_figures(by, version.plan).filter(element_key__in=keys, year=year)
    found = set(figures.values_list("element_key", flat=True))
    return [element_link(version, tree.by_key[each]) for each in keys if each in found]
