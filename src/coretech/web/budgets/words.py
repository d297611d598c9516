"""Words and cells that the pages of budgets share."""

from decimal import Decimal

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.plans.models import PlanVersion
from coretech.apps.reports.spending.budgets import THOUSAND, Source, Stage
from coretech.engines.progress.said import plain, share
from coretech.kit.roc import OFFSET
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import tr

STAGES = {
    Stage.REQUESTED: Sentence("需求", "Requested"),
    Stage.STATUTORY: Sentence("法定", "Statutory"),
    Stage.REVISED: Sentence("調整後", "Revised"),
    Stage.SPENT: Sentence("實支", "Spent"),
}
SOURCES = {
    Source.GENERAL: Sentence("公務預算", "General budget"),
    Source.SPECIAL: Sentence("特別預算", "Special budget"),
    Source.FUND: Sentence("基金", "Fund"),
    Source.ENTERPRISE: Sentence("國營事業", "State enterprise"),
    Source.PRIVATE: Sentence("民間", "Private"),
}
THOUSANDS = Sentence("新臺幣千元", "NT$ thousand")
HUNDRED_MILLION = Decimal(100_000_000)


def thousands(amount: Decimal | None) -> str:
    """An amount in NT dollars, in thousands; a dash for none, which is not zero."""
    return "–" if amount is None else plain(amount / THOUSAND)


def rate(value: Decimal | None) -> str:
    """A share in per cent."""
    return "–" if value is None else share(value)


def year_of(year: int) -> str:
    """A ROC year in the page's own calendar first."""
    return tr(f"{year}年（{year + OFFSET}）", f"{year + OFFSET} (ROC {year})")


def trail(version: PlanVersion) -> list[tuple[str, str | None]]:
    """The way to a plan's own pages."""
    return [
        (tr("政府計畫", "The state’s plans"), reverse("plans")),
        (version.title, reverse("plan", args=[version.plan.slug])),
    ]


def figures_link(version: PlanVersion, key: str, year: int, words: str) -> Markup:
    """An amount that leads to the figures it comes from."""
    address = reverse("plan_budget_figures", args=[version.plan.slug, key, year])
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(address, words)
