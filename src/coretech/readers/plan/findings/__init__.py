"""What a careful clerk would send back about a plan, one module for each sort of matter."""

from collections.abc import Callable, Iterator

from coretech.readers.plan.findings import (
    agencies,
    changes,
    chapters,
    counts,
    losses,
    periods,
    prose,
    repeats,
    shares,
    sums,
    texts,
    titles,
)
from coretech.readers.plan.read import Read
from coretech.readers.plans.finding import Finding

CHECKS: tuple[Callable[[Read], Iterator[Finding]], ...] = (
    titles.titles,
    counts.counts,
    prose.amounts,
    prose.named,
    prose.growing,
    shares.share_columns,
    shares.share_rows,
    changes.changes,
    sums.column_totals,
    sums.row_totals,
    losses.skipped,
    losses.uncaptioned,
    repeats.repeats,
    chapters.one_chapter_only,
    agencies.miscounted,
    agencies.aimless,
    periods.other_years,
    losses.whole_chapters,
    losses.agencies,
    losses.strays,
    losses.rows,
    texts.twice,
    texts.ending,
)


def findings(read: Read) -> list[Finding]:
    """All matters, in no order."""
    return [found for check in CHECKS for found in check(read)]
