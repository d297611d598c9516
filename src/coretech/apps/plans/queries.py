"""The plans that are stored, and what stands in them. All of it is public."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from coretech.apps.plans.importing import no_such_plan
from coretech.apps.plans.models import (
    BudgetLine,
    Element,
    NumberTable,
    Plan,
    PlanFinding,
    PlanVersion,
    Target,
    WorkItem,
)
from coretech.kit.refusal import not_found


def newest_versions() -> QuerySet[PlanVersion]:
    """The newest version of each plan, in the order the plans came."""
    return PlanVersion.objects.order_by("plan_id", "-version").distinct("plan_id").select_related("plan")


def version_of(slug: str, number: int | None = None) -> PlanVersion:
    """A plan's version by number, its newest where none is named.

    Raises:
        Refused: (HTTP 404) where there is no such plan or version.
    """
    versions = PlanVersion.objects.filter(plan__slug=slug).select_related("plan")
    found = (versions if number is None else versions.filter(version=number)).last()
    if found is None and number is None:
        raise no_such_plan(slug)
    if found is None:
        raise not_found(f"這個計畫沒有第{number}版。", f"This plan has no version {number}.")
    return found


def versions_of(plan: Plan) -> QuerySet[PlanVersion]:
    """All versions of a plan, the newest first."""
    return plan.versions.order_by("-version")


def elements_of(version: PlanVersion, *kinds: str) -> QuerySet[Element]:
    """The elements of these kinds, in printed order."""
    return Element.objects.filter(version=version, kind__in=kinds).order_by("order")


def element_of(version: PlanVersion, key: str) -> Element:
    """One element with what it hangs on.

    Raises:
        Refused: (HTTP 404) where the version has none of this key.
    """
    found = Element.objects.filter(version=version, key=key).select_related("parent").first()
    if found is None:
        raise not_found(
            "這個計畫沒有這一項；請由計畫頁選擇。",
            "The plan has no such entry; choose it on the plan's page.",
        )
    return found


def table_of(version: PlanVersion, key: str) -> NumberTable:
    """One table of numbers.

    Raises:
        Refused: (HTTP 404) where the version has none of this key.
    """
    found = NumberTable.objects.filter(version=version, key=key).first()
    if found is None:
        raise not_found("這個計畫沒有這張表。", "The plan has no such table.")
    return found


def findings_of(version: PlanVersion) -> QuerySet[PlanFinding]:
    """What a careful clerk would send back, the heavier first."""
    return PlanFinding.objects.filter(version=version).order_by("order")


def budget_of(version: PlanVersion) -> QuerySet[BudgetLine]:
    """What the industries cost, in printed order."""
    return BudgetLine.objects.filter(version=version).order_by("order")


def tables_of(version: PlanVersion) -> QuerySet[NumberTable]:
    """The tables of numbers, in printed order."""
    return NumberTable.objects.filter(version=version).order_by("order")


@dataclass(frozen=True, slots=True)
class Held:
    """What hangs on an element: the elements below it, its work items and its targets."""

    children: list[Element] = field(default_factory=list)
    work_items: list[WorkItem] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def lines(self) -> Iterable[int]:
        """The lines its rows stand on."""
        return (row.line for rows in (self.children, self.work_items, self.targets) for row in rows)


def held_by(element: Element) -> Held:
    """What hangs on an element, in printed order."""
    return Held(
        list(element.children.order_by("order")),
        list(element.work_items.order_by("order")),
        list(element.targets.order_by("order")),
    )


def counts_of(version: PlanVersion) -> dict[str, int]:
    """How many measures, programmes, work items, targets, tables and findings a version holds."""
    elements = Element.objects.filter(version=version)
    return {
        "goals": elements.filter(kind=Element.Kind.GOAL).count(),
        "measures": elements.filter(kind=Element.Kind.MEASURE).count(),
        "programmes": elements.filter(kind=Element.Kind.PROGRAMME).count(),
        "work_items": WorkItem.objects.filter(version=version).count(),
        "targets": Target.objects.filter(version=version).count(),
        "tables": tables_of(version).count(),
        "findings": findings_of(version).count(),
    }
