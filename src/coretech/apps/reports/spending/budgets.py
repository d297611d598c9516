"""Budget figures of a plan: the ones that hold, who may read and record them, and what a figure must be."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.plans.queries import element_of
from coretech.apps.reports.coordination.issues import require_reader
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.models import BudgetFigure
from coretech.kit.refusal import Refused, bad_input, not_found, wrong_state
from coretech.kit.roc import roc_year
from coretech.law.access import Action, Matter

LONGEST_DOCUMENT, LONGEST_WHY = 200, 2000
THOUSAND = Decimal(1000)
_LARGEST = 2**63 - 1
Stage: TypeAlias = BudgetFigure.Stage
Source: TypeAlias = BudgetFigure.Source


@dataclass(frozen=True, slots=True)
class Place:
    """What a figure is of: an element, an agency's code or none, a ROC year, a stage and a source."""

    element: str
    agency: str
    year: int
    stage: str
    source: str


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as somebody gives it, in thousands of NT dollars; ``demonstration`` marks a made-up one."""

    place: Place
    amount: Decimal
    document: str
    demonstration: bool = False


def standing_figures(by: Acting, plan: Plan) -> QuerySet[BudgetFigure]:
    """The figures that hold, restated ones left out; what was asked for and not passed is for those inside."""
    rows = BudgetFigure.objects.filter(plan=plan, restated_by=None).select_related("agency")
    found = rows.order_by("year", "element_key", "pk")
    return found if sees_requested(by) else found.exclude(stage=Stage.REQUESTED)


def sees_requested(by: Acting) -> bool:
    """Whether this reader reports or controls, and so sees what budgets were asked for."""
    return refusal_of(require_reader, by) is None


def history_of(by: Acting, plan: Plan, element: str, year: int) -> list[BudgetFigure]:
    """Every figure of an element and year in the order recorded, restated ones with their successors."""
    rows = BudgetFigure.objects.filter(plan=plan, element_key=element, year=year)
    rows = rows.select_related("agency", "restates", "restated_by").prefetch_related("agency__names")
    return list(rows if sees_requested(by) else rows.exclude(stage=Stage.REQUESTED))


def place_of(figure: BudgetFigure) -> Place:
    """What a stored figure is of."""
    agency = "" if figure.agency is None else figure.agency.code
    return Place(figure.element_key, agency, figure.year, figure.stage, figure.source)


def require_recorder(by: Acting, plan: Plan, agency: str) -> None:
    """Refuse whoever neither controls the plan nor serves the agency the figure is of (HTTP 403)."""
    if not controls(by, plan):
        allow(by, Action.RECORD_BUDGET, Matter(agencies=frozenset({agency} if agency else ())))


def may_record(by: Acting, plan: Plan) -> bool:
    """Whether this person records figures of the plan at all."""
    own = Matter(agencies=by.standing.agencies)
    return controls(by, plan) or refusal_of(allow, by, Action.RECORD_BUDGET, own) is None


def columns_of(by: Acting, version: PlanVersion, given: Given) -> dict[str, object]:
    """The figure as columns.

    Raises:
        Refused: (HTTP 403) for a figure of an agency one does not serve; (HTTP 422) for what a figure cannot be.
    """
    place = given.place
    agency = _agency(place.agency)
    require_recorder(by, version.plan, place.agency)
    _require_place(by, version, place)
    document = given.document.strip()
    if not 0 < len(document) <= LONGEST_DOCUMENT:
        raise bad_input(
            "document",
            f"請填寫金額出自哪份文件，{LONGEST_DOCUMENT}字以內。",
            f"Name the document the amount comes from, in {LONGEST_DOCUMENT} characters at most.",
        )
    return {
        "plan": version.plan,
        "element_key": place.element,
        "agency": agency,
        "year": place.year,
        "stage": place.stage,
        "source": place.source,
        "amount": given.amount,
        "document": document,
        "demonstration": given.demonstration,
        "recorded_at": by.at,
    }


def find_figure(by: Acting, plan: Plan, number: int) -> BudgetFigure:
    """A figure of the plan that holds.

    Raises:
        Refused: (HTTP 404) where there is none; (HTTP 409) for one that was restated.
    """
    rows = BudgetFigure.objects.filter(plan=plan, pk=min(number, _LARGEST))
    found = rows.select_related("agency", "restated_by", "plan").first()
    if found is None or (found.stage == Stage.REQUESTED and not sees_requested(by)):
        raise not_found("這個計畫沒有這筆經費。", "The plan has no such figure.")
    if hasattr(found, "restated_by"):
        raise already_restated()
    return found


def already_restated() -> Refused:
    """The refusal for a figure that does not hold any more."""
    return wrong_state(
        "這筆經費已重述過；請看過新的金額再決定。",
        "This figure has been restated; look at the new one first.",
    )


def standing_at(plan: Plan, place: Place) -> BudgetFigure | None:
    """The figure that holds at a place."""
    agency = {"agency__code": place.agency} if place.agency else {"agency": None}
    rows = BudgetFigure.objects.filter(plan=plan, restated_by=None, element_key=place.element, **agency)
    return rows.filter(year=place.year, stage=place.stage, source=place.source).first()


def _agency(code: str) -> Agency | None:
    if not code:
        return None
    found = Agency.objects.filter(code=code).first()
    if found is None:
        raise bad_input("agency", "沒有這個機關代碼。", "There is no agency of this code.")
    return found


def _require_place(by: Acting, version: PlanVersion, place: Place) -> None:
    try:
        element_of(version, place.element)
    except Refused as refusal:
        raise bad_input("element", refusal.sentence.zh, refusal.sentence.en) from None
    first, last = version.start or place.year, version.end or place.year
    if not first <= place.year <= last:
        raise bad_input(
            "year",
            f"民國{place.year}年不在計畫期間（{first}至{last}年）內。",
            f"ROC {place.year} lies outside the plan's years ({first} to {last}).",
        )
    if place.stage not in Stage.values:
        raise bad_input("stage", "請選擇階段。", "Choose the stage.")
    if place.source not in Source.values:
        raise bad_input("source", "請選擇財源。", "Choose where the money comes from.")
    if place.stage == Stage.SPENT and place.year > roc_year(by.today.year):
        raise bad_input(
            "year", "尚未開始的年度沒有實支數。", "Nothing is spent in a year that has not begun."
        )
