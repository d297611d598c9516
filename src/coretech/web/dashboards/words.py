"""Addresses, links and cells that the dashboard and its lists share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.reports.attention.dashboard import Names
from coretech.apps.reports.attention.rules import Kind, Noted, PlanLine, Scope
from coretech.apps.reports.attention.scope import View
from coretech.apps.reports.cycle.periods import name_of, said_period
from coretech.kit.sentence import Sentence
from coretech.web.plans.words import chinese
from coretech.web.shell.addresses import address_of
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say, tr

NOTHING = "–"
TITLES = {
    View.CONTROLLER: Sentence("管考機關儀表板", "The controller’s dashboard"),
    View.HEAD: Sentence("機關首長儀表板", "The minister’s dashboard"),
    View.OFFICER: Sentence("承辦人儀表板", "The officer’s dashboard"),
    View.PUBLIC: Sentence("計畫執行概況", "How the plans are going"),
}
SHORT = {
    View.CONTROLLER: Sentence("我管考的計畫", "Plans I control"),
    View.HEAD: Sentence("本機關（首長）", "My agency, as its head"),
    View.OFFICER: Sentence("本機關（承辦）", "My agency, as its officer"),
    View.PUBLIC: Sentence("公開資訊", "What is public"),
}
TAGS = {
    Kind.BELOW_STANDARD: Tag(Sentence("物資不足", "Supplies low"), "red"),
    Kind.RED: Tag(Sentence("紅燈", "Red"), "red"),
    Kind.OVERDUE_SHEET: Tag(Sentence("填報逾期", "Sheet overdue"), "orange"),
    Kind.OVERDUE_ISSUE: Tag(Sentence("議題逾期", "Issue overdue"), "orange"),
    Kind.OWN_GREENER: Tag(Sentence("判斷較樂觀", "Judged greener"), "purple"),
    Kind.OVERDUE_FINDING: Tag(Sentence("評估逾期", "Finding overdue"), "orange"),
    Kind.LATE_RETURN: Tag(Sentence("物資未報", "Return late"), "orange"),
    Kind.OUT_OF_PACE: Tag(Sentence("指標落後", "Behind pace"), "yellow"),
    Kind.UNDER_SPENT: Tag(Sentence("執行率低", "Under-spent"), "blue"),
    Kind.AMBER: Tag(Sentence("黃燈", "Amber"), "yellow"),
    Kind.GREEN: Tag(Sentence("綠燈", "Green"), "green"),
    Kind.GREY: Tag(Sentence("灰燈", "Grey"), "grey"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing as a page shows it."""

    href: str
    name: Markup
    tag: Tag
    reason: str
    plan: Markup


def lines_of(found: Iterable[Noted], scope: Scope, names: Names) -> list[Line]:
    """Notes as pages show them, each leading to its record."""
    home = address_of("home").rstrip("/")
    return [
        Line(
            f"{home}{quote(each.path)}",
            _name(each, names),
            TAGS[each.kind],
            say(each.reason),
            chinese(scope.plans[each.plan].title if each.plan is not None else ""),
        )
        for each in found
    ]


def base_of(view: View) -> str:
    """The address of a dashboard, below which its lists are."""
    return reverse("dashboard_view", args=[view.value])


def counted(base: str, kind: Kind, count: int, plan: PlanLine | None = None) -> Markup | str:
    """A number that leads to the list it counts; nought leads nowhere."""
    if not count:
        return "0"
    query: Mapping[str, str] = {} if plan is None else {"plan": plan.slug}
    asked = f"?{urlencode(query)}" if query else ""
    return Markup('<a class="govuk-link" href="{}{}/{}">{:,}</a>').format(base, kind.value, asked, count)


def plan_link(line: PlanLine) -> Markup:
    """A plan's title, leading to its page."""
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("plan", args=[line.slug]), chinese(line.title)
    )


def period_link(line: PlanLine) -> Markup | str:
    """The newest published period, leading to its report."""
    if line.period is None:
        return NOTHING
    name = name_of(line.year, line.quarter)
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("plan_report", args=[line.slug, name]), say(said_period(line.year, line.quarter))
    )


def _name(noted: Noted, names: Names) -> Markup:
    element = names.get((noted.plan or 0, noted.element_key), "")
    if noted.name is None:
        return chinese(element or noted.element_key)
    own = Markup("{}").format(say(noted.name))
    return Markup("{}{}{}").format(own, tr("：", ": "), chinese(element)) if element else own
