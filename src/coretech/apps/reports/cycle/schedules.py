"""When work items are planned for, and how each stood when a period was last published."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.plans.models import WorkItem
from coretech.apps.reports.models import Entry, ReportingPeriod
from coretech.engines.charts.gantt import Span, month_span
from coretech.engines.progress.schedule import Standing


@dataclass(frozen=True, slots=True)
class WorkStood:
    """A work item's standing as last published, with the share done where it was told (0 to 100)."""

    standing: Standing
    done_share: Decimal | None


def spans_of(work: WorkItem) -> tuple[Span, ...]:
    """The planned spans of a work item, first and last day of each; none where no month was read."""
    periods = [(str(each.get("start") or ""), str(each.get("end") or "")) for each in work.periods]
    found = (month_span(start, end) for start, end in periods or [(work.start, work.end)])
    return tuple(sorted(span for span in found if span is not None))


def works_stood(period: ReportingPeriod | None, element_keys: Iterable[str]) -> dict[str, WorkStood]:
    """How the work items of some elements stood at a published period, by key; one query."""
    if period is None:
        return {}
    rows = Entry.objects.filter(
        sheet__period=period, element_key__in=list(element_keys), work_key__gt="", standing__gt=""
    )
    return {row.work_key: WorkStood(Standing(row.standing), row.done_share) for row in rows}
