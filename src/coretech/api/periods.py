"""Reporting periods of a plan: published ones for everybody; opening, reminding and publishing for the controller."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Path, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.plans import Slug
from coretech.api.schemas import Day, Given, Moment, Named, Paragraphs, Shown
from coretech.api.shapes import agency_on
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.periods import (
    find_period,
    find_published,
    name_of,
    parsed,
    periods_of,
    published_periods,
)
from coretech.apps.reports.cycle.published import Measure, Reported, measures_of
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.models import Entry, MeasureStanding, ReportingPeriod
from coretech.apps.reports.operations.open_period import open_period
from coretech.apps.reports.operations.publish_period import publish_period
from coretech.apps.reports.operations.remind import remind
from coretech.engines.progress.said import plain
from coretech.law.access import Action

router = Router(tags=["sheets"])

PeriodName = Annotated[
    str,
    Path(description="The period: `111-q1`, or `111` for a whole ROC year."),
    Field(pattern=r"^[0-9]{1,3}(-q[1-4])?$", max_length=6),
]


class PeriodGiven(Given):
    """The period to open, and the day sheets are due."""

    period: Annotated[str, Field(pattern=r"^[0-9]{1,3}(-q[1-4])?$", max_length=6)]
    due_on: Day | None = None


class PublicationGiven(Given):
    """Why it is published without some agencies; empty where every sheet is accepted."""

    without: Paragraphs = ""


class PeriodBrief(Shown):
    """A period in one line; the year is a ROC one."""

    id: int
    name: str
    year: int
    quarter: int | None
    state: str
    opened_on: dt.date
    due_on: dt.date
    published_at: Moment | None


class AmendmentBrief(Shown):
    """A late fact that stands beside an entry from the day it was accepted."""

    id: int
    text: str
    accepted_at: Moment


class WorkReported(Shown):
    """A work item at the end of the period."""

    key: str
    standing: str
    done_share: str | None
    note: str


class ReportedShown(Shown):
    """What one agency reported of a measure."""

    entry: int
    agency: Named
    reported: bool
    progress: str
    highlights: str
    next_work: str
    risks: str
    own_light: str
    own_reason: str
    demonstration: bool
    works: list[WorkReported]
    amendments: list[AmendmentBrief]


class ObservationBrief(Shown):
    """A figure of the period, in its indicator's unit; what was typed stands beside it."""

    indicator: str
    nature: str
    value: str | None
    done: bool | None
    words: str
    given_value: str
    given_unit: str
    restated: bool
    demonstration: bool


class MeasureReported(Shown):
    """A measure: its light by the rules, and what each agency said."""

    key: str
    light: str | None
    own_light: str
    reported: list[ReportedShown]
    observations: list[ObservationBrief]


class PeriodShown(PeriodBrief):
    """A published period whole."""

    measures: list[MeasureReported]


@router.get(
    "/{plan}/periods", auth=PUBLIC, response=list[PeriodBrief], summary="各期 / The periods of a plan"
)
def list_periods(request: HttpRequest, plan: Slug) -> list[PeriodBrief]:
    """Published periods for everybody; the plan's controller sees the open one too."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    found = version_of(plan).plan
    rows = periods_of(found) if controls(by, found) else published_periods(found)
    return [_brief(each) for each in rows]


@router.get(
    "/{plan}/periods/{period}", auth=PUBLIC, response=PeriodShown, summary="發布的一期 / A published period"
)
def show_period(request: HttpRequest, plan: Slug, period: PeriodName) -> PeriodShown:
    """Everything the period says, with the amendments accepted since; 404 while it is open."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    found = find_published(plan, period)
    return PeriodShown(
        **_brief(found).model_dump(), measures=[_measure(each, by.today) for each in measures_of(found)]
    )


@router.post("/{plan}/periods", response=WRITTEN, summary="開始填報一期 / Open a period")
def open_plan_period(request: HttpRequest, plan: Slug, given: PeriodGiven) -> Status[Done]:
    """Send each agency that answers for something its sheet."""
    year, quarter = parsed(given.period)
    where = reverse("api:list_periods", kwargs={"plan": plan})
    return written(request, lambda by: open_period(by, plan, year, quarter, given.due_on), where)


@router.post("/{plan}/periods/{period}/publication", response=WRITTEN, summary="發布一期 / Publish a period")
def publish_plan_period(
    request: HttpRequest, plan: Slug, period: PeriodName, given: PublicationGiven
) -> Status[Done]:
    """Lock every sheet and publish what was accepted, for good."""
    found = find_period(plan, period)
    where = reverse("api:show_period", kwargs={"plan": plan, "period": period})
    return written(request, lambda by: publish_period(by, found.pk, given.without), where)


@router.post("/{plan}/periods/{period}/reminders", response=WRITTEN, summary="催報 / Remind the agencies")
def remind_of_period(request: HttpRequest, plan: Slug, period: PeriodName) -> Status[Done]:
    """Write to the officers of sheets not submitted and the heads of sheets not signed, once a day."""
    found = find_period(plan, period)
    where = reverse("api:list_periods", kwargs={"plan": plan})
    return written(request, lambda by: remind(by, found.pk), where)


def _brief(period: ReportingPeriod) -> PeriodBrief:
    names = ("year", "quarter", "state", "opened_on", "due_on", "published_at")
    fields = {name: getattr(period, name) for name in names}
    return PeriodBrief(id=period.pk, name=name_of(period.year, period.quarter), **fields)


def _measure(found: Measure, day: dt.date) -> MeasureReported:
    standing: MeasureStanding | None = found.standing
    return MeasureReported(
        key=found.element.key,
        light=None if standing is None else standing.light,
        own_light="" if standing is None else standing.own_light,
        reported=[_reported(each, day) for each in found.reported],
        observations=[
            ObservationBrief(
                indicator=each.indicator.key,
                value=None if each.value is None else plain(each.value).replace(",", ""),
                restated=getattr(each, "restated_by", None) is not None,
                **{
                    name: getattr(each, name)
                    for name in ("nature", "done", "words", "given_value", "given_unit", "demonstration")
                },
            )
            for each in found.observations
        ],
    )


def _reported(found: Reported, day: dt.date) -> ReportedShown:
    entry: Entry = found.entry
    names = ("progress", "highlights", "next_work", "risks", "own_light", "own_reason", "demonstration")
    return ReportedShown(
        entry=entry.pk,
        agency=agency_on(found.agency, day),
        reported=not found.said_nothing,
        works=[
            WorkReported(
                key=each.work_key,
                standing=each.standing,
                done_share=None if each.done_share is None else plain(each.done_share),
                note=each.progress,
            )
            for _, each in found.works
        ],
        amendments=[
            AmendmentBrief(id=each.pk, text=each.text, accepted_at=each.ruling.at)
            for each in found.amendments
        ],
        **{name: getattr(entry, name) for name in names},
    )
