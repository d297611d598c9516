"""How the list came to say what it says: the legal steps behind each version, and what a draft would change."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.cases.models import Case
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import in_effect_versions


class Legal(StrEnum):
    """The public legal states of an item."""

    APPROVED = "approved"
    PRE_ANNOUNCED = "pre_announced"
    ANNOUNCED = "announced"
    IN_FORCE = "in_force"


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
class Proposal:
    """What a pre-announced case would do to the list: its item as listed before, and as announced since."""

    case: Case
    before: ItemVersion | None
    announced: ItemVersion | None


def milestones(versions: Iterable[ItemVersion]) -> list[Milestone]:
    """The public steps behind the versions of an item, oldest first."""
    found = [step for version in versions for step in _steps(version)]
    return sorted(found, key=lambda step: step.day)


def previous_of(version: ItemVersion) -> ItemVersion | None:
    """The version before this one, or None for the first."""
    return next((old for old in version.item.versions.all() if old.version == version.version - 1), None)


def proposals(cases: Iterable[Case], published_on: dt.date) -> list[Proposal]:
    """What each case of a draft would change, beside the list as it stood when the draft was published."""
    rows = ItemVersion.objects.select_related("item", "authority", "sector").prefetch_related(
        "authority__names"
    )
    return [_proposal(case, rows.filter(item__technology=case.technology_id), published_on) for case in cases]


def _proposal(case: Case, versions: Iterable[ItemVersion], day: dt.date) -> Proposal:
    known = list(versions)
    announced = next((version for version in known if version.case_id == case.pk), None)
    return Proposal(case, in_effect_versions([v for v in known if v is not announced], day), announced)


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


def _deciding_meeting(version: ItemVersion) -> Meeting | None:
    """The meeting that approved the version's case; the first list's is known by its day alone."""
    if version.case is None:
        return None
    items = version.case.items.all()
    return next((item.meeting for item in items if item.outcome == Item.Outcome.APPROVED), None)
