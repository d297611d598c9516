"""The legal states of an item, each with its day and document: from the inventory to the list, and off it again.

Only versions that were announced are asked about, so nothing of a case that is not public yet is told.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.audit.queries import acts_of
from coretech.apps.cases.models import Case
from coretech.apps.meetings.approvals import approvals_of
from coretech.apps.meetings.models import Meeting
from coretech.apps.register.models import ItemVersion, LegislatureReport
from coretech.apps.register.standing import standing
from coretech.kit.clock import TAIPEI

_Change = ItemVersion.Change


class Legal(StrEnum):
    """The legal states of an item, in the order of the law."""

    INVENTORIED = "inventoried"
    SUBMITTED = "submitted"
    PANEL_REVIEWED = "panel_reviewed"
    APPROVED = "approved"
    PRE_ANNOUNCED = "pre_announced"
    IN_FORCE = "in_force"
    REPORTED = "reported"
    CHANGED = "changed"
    REMOVED = "removed"


ANNOUNCED = frozenset({Legal.IN_FORCE, Legal.CHANGED, Legal.REMOVED})
"""The states that only an announcement by the Executive Yuan brings about."""

_IN_ORDER = (
    Legal.INVENTORIED,
    Legal.PANEL_REVIEWED,
    Legal.SUBMITTED,
    Legal.APPROVED,
    Legal.PRE_ANNOUNCED,
    *sorted(ANNOUNCED),
    Legal.REPORTED,
)
"""As they follow each other on one day."""


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


def milestones(versions: Iterable[ItemVersion]) -> list[Milestone]:
    """The legal states behind the standing versions of an item, oldest first."""
    found = [step for version in standing(versions) for step in _steps(version)]
    return sorted(found, key=lambda step: (step.day, step.version.version, _IN_ORDER.index(step.state)))


def state_of(version: ItemVersion) -> Legal:
    """The state that a version's announcement put the item in."""
    if version.change == _Change.REMOVED:
        return Legal.REMOVED
    return Legal.IN_FORCE if version.change == _Change.ADDED else Legal.CHANGED


def _steps(version: ItemVersion) -> Iterator[Milestone]:
    announcement, case = version.announcement, version.case
    if case is None:
        yield Milestone(Legal.APPROVED, announcement.decided_on, version)
    else:
        yield from _steps_of_case(version, case)
    yield Milestone(state_of(version), version.valid_from, version, announcement.document_number)
    report = LegislatureReport.objects.filter(announcement=announcement).first()
    if report is not None:
        yield Milestone(Legal.REPORTED, report.sent_on, version, report.document_number)


def _steps_of_case(version: ItemVersion, case: Case) -> Iterator[Milestone]:
    """The steps of an announced case; of one that came back the last time counts."""
    yield Milestone(Legal.INVENTORIED, _day(case.candidate.found_at), version)
    review = case.reviews.filter(favourable=True).order_by("pk").last()
    if review is not None:
        yield Milestone(Legal.PANEL_REVIEWED, review.held_on, version)
    submitted = acts_of(case.subject).filter(kind="case.submitted").last()
    if submitted is not None:
        yield Milestone(Legal.SUBMITTED, _day(submitted.at), version)
    approval = approvals_of(case).last()
    if approval is None:
        yield Milestone(Legal.APPROVED, version.announcement.decided_on, version)
    else:
        yield Milestone(Legal.APPROVED, approval.meeting.held_on, version, meeting=approval.meeting)
    for draft in case.pre_announcements.all():
        yield Milestone(
            Legal.PRE_ANNOUNCED, draft.published_on, version, draft.document_number, draft=draft.pk
        )


def _day(at: dt.datetime) -> dt.date:
    return at.astimezone(TAIPEI).date()
