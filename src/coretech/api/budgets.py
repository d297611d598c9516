"""What plans cost: figures by stage and source, and the S&T budget as a share of GDP; public but for requests."""

from decimal import Decimal
from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.plans import Slug
from coretech.api.schemas import AddressNumber, Code, Flag, Given, Line, Moment, Named, Paragraphs, Shown
from coretech.api.shapes import agency_on
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.operations.record_budget import record_budget
from coretech.apps.reports.operations.restate_budget import restate_budget
from coretech.apps.reports.revisions.elements import tree_of
from coretech.apps.reports.spending.board import Line as BoardLine
from coretech.apps.reports.spending.board import board_of
from coretech.apps.reports.spending.budgets import THOUSAND, Place, Stage, standing_figures
from coretech.apps.reports.spending.budgets import Given as Figure
from coretech.apps.reports.spending.projection import Asked, outlook_of, projection_of
from coretech.engines.progress.projection import share_of_gdp
from coretech.engines.progress.said import plain, rounded
from coretech.kit.refusal import bad_input
from coretech.law.access import Action
from coretech.readers.budgets.rows import parse_amount

router = Router(tags=["budgets"])

StageName = Literal["requested", "statutory", "revised", "spent"]
SourceName = Literal["general", "special", "fund", "enterprise", "private"]
Amount = Annotated[
    str,
    Field(
        description="Thousands of NT dollars, such as `1250.5`.",
        pattern=r"^[0-9]{1,15}(\.[0-9]{1,3})?$",
        max_length=19,
    ),
]
Year = Annotated[int, Field(strict=True, ge=1, le=999, description="A ROC year.")]
_PLACES = 4


class RestatementGiven(Given):
    """The new amount, its document, and why."""

    amount: Amount
    document: Line
    why: Paragraphs


class BudgetGiven(Given):
    """A figure; an empty `agency` is of no one agency."""

    element: Line
    agency: Code = ""
    year: Year
    stage: StageName
    source: SourceName = "general"
    amount: Amount
    document: Line
    demonstration: Flag = False


class BudgetShown(Shown):
    """A figure that holds, in thousands of NT dollars; `why` is there where it restated another."""

    id: int
    element: str
    agency: Named | None
    year: int
    stage: StageName
    source: SourceName
    amount: str
    document: str
    why: str
    demonstration: bool
    recorded_at: Moment


class BudgetYear(Shown):
    """The plan in a year, in thousands of NT dollars by stage, counted once along the tree; the rate in per cent."""

    year: int
    amounts: dict[StageName, str]
    execution: str | None
    differing: int


class BudgetsShown(Shown):
    """A plan's figures and its years."""

    figures: list[BudgetShown]
    years: list[BudgetYear]


class ShareShown(Shown):
    """A ROC year's budget and GDP in the table's own unit, and the share in per cent."""

    year: int
    budget: str
    gdp: str
    printed: str | None
    share: str
    agrees: bool | None


class ProjectionShown(Shown):
    """The plan's table with its line, and the scenario asked for: the growth a year that reaches the target."""

    table: str
    line: int
    unit: str
    rows: list[ShareShown]
    needed_growth: str
    needed_budget: str
    scenario_share: str
    scenario_gap: str


class ScenarioAsked(Given):
    """Growth a year and target share in per cent; what is left out is the table's own."""

    gdp: Annotated[float | None, Field(ge=-50, le=50)] = None
    budget: Annotated[float | None, Field(ge=-50, le=50)] = None
    target: Annotated[float | None, Field(gt=0, le=10)] = None
    year: Annotated[int | None, Field(ge=1, le=999)] = None


@router.get(
    "/{plan}/budgets", auth=PUBLIC, response=BudgetsShown, summary="預算與執行 / Budgets and spending"
)
def show_budgets(request: HttpRequest, plan: Slug) -> BudgetsShown:
    """The figures that hold, and the plan's years; what was asked for is told to those inside."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan)
    figures = list(standing_figures(by, version.plan).prefetch_related("agency__names"))
    board = board_of(tree_of(version), figures)
    shown = [
        BudgetShown.model_validate(
            {
                "id": each.pk,
                "element": each.element_key,
                "agency": None if each.agency is None else agency_on(each.agency, by.today),
                "year": each.year,
                "stage": each.stage,
                "source": each.source,
                "amount": _said(each.amount),
                "document": each.document,
                "why": each.why,
                "demonstration": each.demonstration,
                "recorded_at": each.recorded_at,
            }
        )
        for each in figures
    ]
    differing = [each.year for each in board.differing]
    years = [_year(year, board.whole(year), differing.count(year)) for year in board.years]
    return BudgetsShown(figures=shown, years=years)


@router.post("/{plan}/budgets", response=WRITTEN, summary="登錄一筆經費 / Record a figure")
def record_figure(request: HttpRequest, plan: Slug, given: BudgetGiven) -> Status[Done]:
    """Record a figure with its document."""
    place = Place(given.element, given.agency, given.year, given.stage, given.source)
    figure = Figure(place, _amount(given.amount), given.document, demonstration=given.demonstration)
    return written(request, lambda by: record_budget(by, plan, figure), _where(plan))


@router.post(
    "/{plan}/budgets/{figure_id}/restatement", response=WRITTEN, summary="重述經費 / Restate a figure"
)
def restate_figure(
    request: HttpRequest, plan: Slug, figure_id: AddressNumber, given: RestatementGiven
) -> Status[Done]:
    """Put a new amount in the place of one that holds; the old one stays on record."""
    amount = _amount(given.amount)
    return written(
        request,
        lambda by: restate_budget(by, plan, figure_id, amount, given.document, given.why),
        _where(plan),
    )


@router.get(
    "/{plan}/projection",
    auth=PUBLIC,
    response=ProjectionShown,
    summary="科技預算占GDP / Budget as share of GDP",
)
def show_projection(
    request: HttpRequest, plan: Slug, asked: Annotated[ScenarioAsked, Query()]
) -> ProjectionShown:
    """The plan's own table reckoned again, and a scenario toward a share."""
    allow(acting(request), Action.READ_PLAN)
    found = projection_of(version_of(plan))
    usual = found.usual
    scenario = Asked(
        _or(asked.gdp, usual.gdp_growth),
        _or(asked.budget, usual.budget_growth),
        _or(asked.target, usual.target),
        asked.year or usual.year,
    )
    outlook = outlook_of(found, scenario)
    return ProjectionShown(
        table=found.table.key,
        line=found.table.line,
        unit=found.table.unit,
        rows=[
            ShareShown(
                year=row.year,
                budget=plain(row.budget),
                gdp=plain(row.gdp),
                printed=None if row.printed is None else str(row.printed),
                share=plain(rounded(share_of_gdp(row), _PLACES)),
                agrees=checked.agrees,
            )
            for row, checked in zip(found.rows, found.checked, strict=True)
        ],
        needed_growth=plain(outlook.needed_growth * 100),
        needed_budget=plain(outlook.needed_budget),
        scenario_share=plain(outlook.share),
        scenario_gap=plain(outlook.gap),
    )


def _year(year: int, line: BoardLine, differing: int) -> BudgetYear:
    return BudgetYear.model_validate(
        {
            "year": year,
            "amounts": {
                stage.value: _said(line.by_stage[stage] / THOUSAND)
                for stage in Stage
                if stage in line.by_stage
            },
            "execution": None if line.rate is None else plain(line.rate * 100),
            "differing": differing,
        }
    )


def _said(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _amount(text: str) -> Decimal:
    try:
        return parse_amount(text)
    except ValueError:
        raise bad_input("amount", "請填0以上的數字。", "Write a number, 0 or more.") from None


def _or(given: float | None, usual: Decimal) -> Decimal:
    return usual if given is None else Decimal(str(given))


def _where(plan: str) -> str:
    return reverse("api:show_budgets", kwargs={"plan": plan})
