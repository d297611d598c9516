"""A plan's yearly results by chapter, and its revisions: what the newest version would change, and recording it."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Path, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.plans import Slug
from coretech.api.schemas import AddressNumber, Day, DocumentNumber, Flag, Given, Id, Line, Paragraphs, Shown
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.periods import name_of
from coretech.apps.reports.models import Revision
from coretech.apps.reports.operations.revise_plan import Approved, foresee, revise_plan
from coretech.apps.reports.printed.report_charts import LIGHTS
from coretech.apps.reports.printed.yearly import YearChapter, yearly_of
from coretech.apps.reports.revisions.pairing import Pair
from coretech.engines.progress.schedule import Standing
from coretech.law.access import Action

router = Router(tags=["plans"])

YearNumber = Annotated[AddressNumber, Path(description="The ROC year."), Field(le=999)]


class ChapterOfYear(Shown):
    """A chapter: its measures by light, its work items by how they stand, and of how many an agency is silent."""

    key: str
    title: str
    measures: int
    lights: dict[str, int]
    work_items: dict[str, int]
    silent: int


class YearShown(Shown):
    """A year's results; `period` is the published one they are compiled from."""

    plan: str
    year: int
    period: str
    demonstration: bool
    chapters: list[ChapterOfYear]


class RevisionShown(Shown):
    """A revision with its document, and what became of how many rows."""

    before: int
    after: int
    document_no: str
    approved_on: dt.date
    why: str
    counts: dict[str, int]


class DoubtShown(Shown):
    """Two rows that may be the same thing; `name` is what a judgement calls them, `same` what is proposed."""

    name: str
    doubt: Literal["renumbered", "reused", "moved"]
    likeness: float
    same: bool


class ForeseenRevision(Shown):
    """What the newest version would change; send `seen` back with the judgements."""

    before: int
    after: int
    seen: str
    doubts: list[DoubtShown]


class RevisionBody(Given):
    """A judgement of every doubt by its name, and the approving document."""

    seen: Line
    judged: Annotated[dict[str, Flag], Field(max_length=10_000)]
    document_no: DocumentNumber
    approved_on: Day
    why: Paragraphs
    evaluation: Id | None = None


@router.get("/{plan}/years/{year}", auth=PUBLIC, response=YearShown, summary="年度成果 / Results of a year")
def show_year(request: HttpRequest, plan: Slug, year: YearNumber) -> YearShown:
    """A year's results by chapter; what agencies wrote is at the period's own address."""
    allow(acting(request), Action.READ_PLAN)
    found = yearly_of(version_of(plan).plan, year)
    period = found.period
    return YearShown(
        plan=plan,
        year=year,
        period=name_of(period.year, period.quarter),
        demonstration=found.demonstration,
        chapters=[_chapter(each) for each in found.chapters],
    )


@router.get("/{plan}/revisions", auth=PUBLIC, response=list[RevisionShown], summary="滾動修正 / Revisions")
def list_revisions(request: HttpRequest, plan: Slug) -> list[RevisionShown]:
    """A plan's revisions, the oldest first."""
    allow(acting(request), Action.READ_PLAN)
    found = Revision.objects.filter(plan=version_of(plan).plan).select_related("before", "after")
    return [_revision(each) for each in found.prefetch_related("carried").order_by("pk")]


@router.get("/{plan}/revision", response=ForeseenRevision, summary="將有何變動 / What would change")
def foresee_revision(request: HttpRequest, plan: Slug) -> ForeseenRevision:
    """What the plan's controller has to judge before the newest version takes the place of the one in force."""
    found = foresee(acting(request), plan)
    return ForeseenRevision(
        before=found.before.version,
        after=found.after.version,
        seen=found.digest,
        doubts=[_doubt(each) for each in found.doubts],
    )


@router.post("/{plan}/revisions", response=WRITTEN, summary="登錄修正 / Record a revision")
def revise_one(request: HttpRequest, plan: Slug, given: RevisionBody) -> Status[Done]:
    """Record what became of every row."""
    approved = Approved(given.document_no, given.approved_on, given.why, given.evaluation)
    return written(
        request,
        lambda by: revise_plan(by, plan, given.judged, approved, given.seen),
        reverse("api:list_revisions", kwargs={"plan": plan}),
    )


def _chapter(each: YearChapter) -> ChapterOfYear:
    return ChapterOfYear(
        key=each.element.key,
        title=each.element.title,
        measures=len(each.measures),
        lights={light.value: each.lights[light] for light in LIGHTS},
        work_items={standing.value: each.works[standing] for standing in Standing},
        silent=each.silent,
    )


def _revision(each: Revision) -> RevisionShown:
    counts: dict[str, int] = {}
    for row in each.carried.all():
        counts[row.fate] = counts.get(row.fate, 0) + 1
    return RevisionShown(
        before=each.before.version,
        after=each.after.version,
        document_no=each.document_no,
        approved_on=each.approved_on,
        why=each.why,
        counts=counts,
    )


def _doubt(pair: Pair) -> DoubtShown:
    doubt = None if pair.doubt is None else pair.doubt.value
    return DoubtShown.model_validate(
        {"name": pair.name, "doubt": doubt, "likeness": round(pair.likeness, 3), "same": pair.same}
    )
