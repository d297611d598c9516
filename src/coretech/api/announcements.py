"""Announcements by the Executive Yuan, and entering the next one (art. 6)."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC
from coretech.api.register import Source, Version, source_of, version_shown
from coretech.api.schemas import (
    AddressNumber,
    Day,
    DocumentNumber,
    Given,
    Page,
    Paging,
    References,
    Shown,
    cut,
)
from coretech.apps.register.models import Announcement, LegislatureReport
from coretech.apps.register.operations.announce import Notice, announce
from coretech.apps.register.operations.report_to_legislature import Report, report_to_legislature
from coretech.apps.register.queries import announcements, find_announcement

router = Router(tags=["announcements"])


class ReportShown(Shown):
    """The letter by which an announcement was reported to the Legislative Yuan."""

    document_number: str
    sent_on: dt.date


class AnnouncementShown(Source):
    """An announcement with every version it brought."""

    source: str
    legislature_report: ReportShown | None
    versions: list[Version]


class NoticeGiven(Given):
    """An announcement to enter; several cases may share one."""

    references: References
    document_number: DocumentNumber
    announced_on: Day
    effective_on: Day


class LegislatureReportGiven(Given):
    """The letter to the Legislative Yuan."""

    document_number: DocumentNumber
    sent_on: Day


@router.get("", auth=PUBLIC, response=Page[AnnouncementShown], summary="公告 / Announcements")
def list_announcements(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
    paging: Annotated[Paging, Query()],
) -> Page[AnnouncementShown]:
    """All announcements, newest first, each with the versions it brought."""
    total, rows = cut(announcements(), paging)
    return Page(total=total, items=[_shown(row) for row in rows])


@router.get("/{edition}", auth=PUBLIC, response=AnnouncementShown, summary="一則公告 / One announcement")
def show_announcement(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
    edition: AddressNumber,
) -> AnnouncementShown:
    """One announcement by the edition of the list that it made."""
    return _shown(find_announcement(edition))


@router.post("", response=WRITTEN, summary="登錄公告 / Enter an announcement")
def enter_announcement(request: HttpRequest, given: NoticeGiven) -> Status[Done]:
    """Enter what the Executive Yuan announced: each case's item gets its next version (art. 6)."""
    notice = Notice(tuple(given.references), given.document_number, given.announced_on, given.effective_on)
    return written(request, lambda by: announce(by, notice))


@router.post(
    "/{edition}/legislature-report", response=WRITTEN, summary="送立法院備查 / Report to the legislature"
)
def report_announcement(
    request: HttpRequest, edition: AddressNumber, given: LegislatureReportGiven
) -> Status[Done]:
    """Record that an announcement in effect was sent to the Legislative Yuan (National Security Act, art. 3(3))."""
    report = Report(given.document_number, given.sent_on)
    return written(request, lambda by: report_to_legislature(by, edition, report))


def _shown(row: Announcement) -> AnnouncementShown:
    report = LegislatureReport.objects.filter(announcement=row).first()
    return AnnouncementShown(
        **source_of(row).model_dump(),
        source=row.source,
        legislature_report=None if report is None else _report(report),
        versions=[version_shown(version) for version in row.versions.all()],
    )


def _report(report: LegislatureReport) -> ReportShown:
    return ReportShown(document_number=report.document_number, sent_on=report.sent_on)
