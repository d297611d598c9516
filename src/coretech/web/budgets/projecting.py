"""The S&T budget as a share of GDP: the plan's own table reckoned again, and a scenario toward the target."""

from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.spending.projection import Asked, Projection, growth_of, outlook_of, projection_of
from coretech.engines.progress.projection import FORMULA, Outlook, share_of_gdp
from coretech.engines.progress.said import plain, rounded
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.budgets.words import trail, year_of
from coretech.web.plans.words import chinese, line_of
from coretech.web.sending import draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both

_YEAR = Column(Sentence("年度", "Year"))
_SHARE = Sentence("重算占比（%）", "Share reckoned again (%)")
_GROWTH = (Sentence("預算年增（%）", "Budget growth (%)"), Sentence("GDP 年增（%）", "GDP growth (%)"))
_PLACES = 4


class ScenarioForm(forms.Form):
    """Growth a year, and the share to reach by a year."""

    gdp = forms.DecimalField(label=both("GDP 年增率（%）", "Growth of GDP a year (%)"))
    budget = forms.DecimalField(label=both("科技預算年增率（%）", "Growth of the budget a year (%)"))
    target = forms.DecimalField(label=both("目標占比（%）", "Target share (%)"))
    year = forms.IntegerField(label=both("目標年（民國）", "Target year (ROC)"))

    def __init__(self, data: QueryDict, usual: Asked) -> None:
        """Begin with the table's own growth, share and last year; what is left out of an address is that too."""
        standing = {
            "gdp": usual.gdp_growth,
            "budget": usual.budget_growth,
            "target": usual.target,
            "year": usual.year,
        }
        super().__init__({name: data.get(name, value) for name, value in standing.items()})

    def asked(self) -> Asked:
        """The scenario, of a valid form."""
        given = self.cleaned_data
        return Asked(given["gdp"], given["budget"], given["target"], given["year"])


@require_safe
def plan_projection(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """The table, and the scenario in the address. Public; HTTP 404 for a plan that prints no such table."""
    allow(acting(request), Action.READ_PLAN)
    version = version_of(plan_slug)
    found = projection_of(version)
    form, outlook = asked_in(request.GET, found)
    context = {
        "version": version,
        "trail": trail(version),
        "found": found,
        "line": line_of(found.table.line),
        "caption": chinese(found.table.caption),
        "columns": _columns(found),
        "rows": _rows(found),
        "notes": [(year_of(each.year), each.sentence) for each in found.checked if not each.agrees],
        "form": form,
        "told": () if outlook is None else _told(form.asked(), outlook, found.table.unit),
        "scenario_columns": (*_columns(found)[:3], Column(_SHARE, numeric=True)),
        "scenario": [] if outlook is None else _scenario(outlook),
        "formula": FORMULA,
        "query": request.GET.urlencode(),
    }
    return draw(request, "budgets/projection.jinja", context, form)


def asked_in(data: QueryDict, found: Projection) -> tuple[ScenarioForm, Outlook | None]:
    """The form with the scenario in an address, and where it leads; None for one that cannot be reckoned."""
    form = ScenarioForm(data, found.usual)
    if not form.is_valid():
        return form, None
    try:
        return form, outlook_of(found, form.asked())
    except Refused as refusal:
        add_refusal(form, refusal)
        return form, None


def _told(asked: Asked, outlook: Outlook, unit: str) -> tuple[Sentence, Sentence]:
    """The answer first: the growth that reaches the target; then where the scenario's own growth leads."""
    needed, gdp = plain(rounded(outlook.needed_growth * 100, 2)), plain(asked.gdp_growth)
    target, money = plain(asked.target), unit.split("；", maxsplit=1)[0]
    reaches = Sentence(
        f"要在民國{asked.year}年達到 {target} %，預算每年須增加 {needed} %（GDP 每年增加 {gdp} % 時）。",
        f"To reach {target} % by ROC {asked.year}, the budget must grow by {needed} % a year, with GDP growing by"
        f" {gdp} % a year.",
    )
    share, growth = plain(rounded(outlook.share, 3)), plain(asked.budget_growth)
    budget, gap = plain(rounded(outlook.needed_budget, 0)), plain(rounded(abs(outlook.gap), 0))
    zh, en = ("少", "less") if outlook.gap > 0 else ("多", "more")
    if gap == "0":
        return reaches, Sentence(
            f"情境的預算每年增加 {growth} %，屆時占比 {share} %，恰為所需的 {budget} {money}。",
            f"The scenario's budget grows by {growth} % a year and comes to {share} %, just the {budget} needed"
            f" (in {money}, as the table has it).",
        )
    leads = Sentence(
        f"情境的預算每年增加 {growth} %，屆時占比 {share} %，比所需的 {budget} {money}{zh} {gap} {money}。",
        f"The scenario's budget grows by {growth} % a year and comes to {share} %, {gap} {en} than the {budget} needed"
        f" (in {money}, as the table has it).",
    )
    return reaches, leads


def _columns(found: Projection) -> tuple[Column, ...]:
    budget, gdp, share = found.names
    return (
        _YEAR,
        Column(Sentence(budget, "S&T budget"), numeric=True),
        Column(Sentence(gdp, "GDP"), numeric=True),
        Column(Sentence(f"{share}（%），原表", "Share (%), printed"), numeric=True),
        Column(_SHARE, numeric=True),
        *(Column(name, numeric=True) for name in _GROWTH),
    )


def _rows(found: Projection) -> list[list[object]]:
    budgets = [None, *growth_of([row.budget for row in found.rows])]
    products = [None, *growth_of([row.gdp for row in found.rows])]
    return [
        [
            year_of(row.year),
            plain(row.budget),
            plain(row.gdp),
            "–" if row.printed is None else str(row.printed),
            plain(rounded(checked.share, _PLACES)),
            _growth(budget),
            _growth(product),
        ]
        for row, checked, budget, product in zip(found.rows, found.checked, budgets, products, strict=True)
    ]


def _scenario(outlook: Outlook) -> list[list[object]]:
    return [
        [
            year_of(row.year),
            plain(rounded(row.budget, 0)),
            plain(rounded(row.gdp, 0)),
            plain(rounded(share_of_gdp(row), 3)),
        ]
        for row in outlook.rows
    ]


def _growth(value: Decimal | None) -> str:
    return "–" if value is None else plain(rounded(value, 2))
