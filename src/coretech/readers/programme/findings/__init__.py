"""What a careful clerk would send back about a programme, one module for each sort of matter."""

from collections.abc import Callable, Iterator

from coretech.readers.plans.finding import Finding
from coretech.readers.programme.findings import (
    agencies,
    chapters,
    codes,
    contradictions,
    duplicates,
    losses,
    orders,
    periods,
    sums,
    texts,
    units,
)
from coretech.readers.programme.read import Read

CHECKS: tuple[Callable[[Read], Iterator[Finding]], ...] = (
    contradictions.contradictions,
    contradictions.titles,
    sums.wrong_sums,
    agencies.miscounted,
    codes.renumbered,
    codes.other_forms,
    codes.misplaced,
    codes.contradicting,
    codes.foreign_targets,
    duplicates.twice_in_schedules,
    duplicates.twice_in_targets,
    duplicates.twice_headed,
    chapters.one_chapter_only,
    chapters.lost_strategies,
    agencies.not_listed,
    agencies.idle,
    agencies.other_leads,
    periods.outside_the_years,
    periods.late_targets,
    orders.backwards,
    orders.phases,
    losses.whole_chapters,
    losses.headless,
    losses.empty_schedules,
    losses.headings,
    losses.skipped,
    losses.unread_rows,
    losses.dates,
    losses.agencies,
    losses.blank_years,
    losses.shared_years,
    losses.strays,
    units.units,
    texts.doubled,
    texts.half_brackets,
    texts.cut,
    texts.ending,
)


def findings(read: Read) -> list[Finding]:
    """All matters, in no order."""
    return [found for check in CHECKS for found in check(read)]
