"""How the list came to say what it says: the legal steps behind each version, and what a draft would change."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.models import Affected, Case
from coretech.apps.meetings.approvals import approvals_of
from coretech.apps.meetings.models import Meeting
from coretech.apps.register.models import ItemVersion, LegislatureReport, RegisterItem


class Legal(StrEnum):
    """The public legal states of an item."""

    APPROVED = "approved"
    PRE_ANNOUNCED = "pre_announced"
    ANNOUNCED = "announced"
    IN_FORCE = "in_force"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A legal state reached on a day on the way to a version.

    ``meeting`` is the deciding meeting where it is on record here; ``draft`` is the pre-announcement's id.
    """

    state: Legal
    day: dt.date
    version: ItemVersion
    document_number: str = ""
    meeting: Meeting | None = None
    draft: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A technology a case starts from, with its item's number."""

    row: Affected
    number: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a pre-announced case would do to the list.

    ``sources`` are the listed items it starts from and ``results`` what would be on the list afterwards;
    ``announced`` are the versions it has brought since.
    """

    case: Case
    sources: tuple[Source, ...]
    results: tuple[Affected, ...]
    announced: tuple[ItemVersion, ...]


def milestones(versions: Iterable[ItemVersion]) -> list[Milestone]:
    """The public steps behind the versions of an item, oldest first."""
    found = [step for version in versions for step in _steps(version)]
    return sorted(found, key=lambda step: step.day)


def previous_of(version: ItemVersion) -> ItemVersion | None:
    """The version before this one, or None for the first."""
    return next((old for old in version.item.versions.all() if old.version == version.version - 1), None)


def proposals(cases: Iterable[Case]) -> list[Proposal]:
    """What each case of a draft would change, or has changed."""
    return [_proposal(case) for case in cases]


def continued_by(version: ItemVersion) -> list[ItemVersion]:
    """The first versions of the items in which an ended one goes on, by number."""
    return [line.began for line in version.continued_by.select_related("began__item").order_by("began__item")]


def continues(version: ItemVersion) -> list[ItemVersion]:
    """The versions by which other items ended and in this one went on, by number."""
    return [line.ended for line in version.continues.select_related("ended__item").order_by("ended__item")]


def _proposal(case: Case) -> Proposal:
    announced = case.versions.select_related("item", "authority", "sector").order_by("item__number")
    return Proposal(
        case=case,
        sources=tuple(Source(row, _number(row)) for row in sources_of(case)),
        results=tuple(results_of(case)),
        announced=tuple(announced),
    )


def _number(row: Affected) -> int | None:
    return RegisterItem.objects.filter(technology=row.technology).values_list("number", flat=True).first()


def _steps(version: ItemVersion) -> Iterator[Milestone]:
    announcement, meeting = version.announcement, _deciding_meeting(version)
    decided_on = announcement.decided_on if meeting is None else meeting.held_on
    yield Milestone(Legal.APPROVED, decided_on, version, meeting=meeting)
    for draft in () if version.case is None else version.case.pre_announcements.all():
        yield Milestone(
            Legal.PRE_ANNOUNCED, draft.published_on, version, draft.document_number, draft=draft.pk
        )
    yield Milestone(Legal.ANNOUNCED, announcement.announced_on, version, announcement.document_number)
    yield Milestone(Legal.IN_FORCE, version.valid_from, version)
    report = LegislatureReport.objects.filter(announcement=announcement).first()
    if report is not None:
        yield Milestone(Legal.REPORTED, report.sent_on, version, report.document_number)


def _deciding_meeting(version: ItemVersion) -> Meeting | None:
    """The meeting that approved the version's case; the first list's is known by its day alone."""
    if version.case is None:
        return None
    approval = approvals_of(version.case).last()
    return None if approval is None else approval.meeting
