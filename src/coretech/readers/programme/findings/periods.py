"""Work and targets outside the years of the programme."""

from collections.abc import Iterator

from coretech.kit.roc import roc_year
from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.programme.findings.contradictions import last_year
from coretech.readers.programme.read import Read
from coretech.readers.programme.records import WorkItem


def outside_the_years(read: Read) -> Iterator[Finding]:
    """All work that starts before the programme or ends after it, as one matter."""
    if read.start is None or read.end is None:
        return
    start, end = read.start, read.end
    early = [item for item in read.work_items if _first(item) < start]
    late = [item for item in read.work_items if _last(item) > end]
    if early or late:
        first = min((_first(item) for item in early), default=start)
        last = max((_last(item) for item in late), default=end)
        yield Finding(
            Kind.PERIOD,
            tuple(sorted({item.line for item in (*early, *late)})),
            Sentence(
                f"方案期程為 {start}～{end} 年，{len(early)} 項工作於此之前開始（最早 {first} 年），{len(late)} "
                f"項於此之後結束（最晚 {last} 年）。",
                f"The programme runs from {start} to {end} (ROC); {len(early)} work items start before it (the first "
                f"in {first}) and {len(late)} end after it (the last in {last}).",
            ),
        )


def late_targets(read: Read) -> Iterator[Finding]:
    """Targets that are to be met only after the programme's last year, as one matter."""
    late = [target for target in read.targets if read.end is not None and last_year(target.text) > read.end]
    if late:
        codes = [target.code for target in late]
        yield Finding(
            Kind.PERIOD,
            tuple(target.line for target in late),
            Sentence(
                f"目標 {'、'.join(codes)} 的期限在方案結束（{read.end} 年）之後，期滿時無從查核。",
                f"Targets {', '.join(codes)} fall due after the programme’s last year ({read.end}, ROC), when nobody "
                "checks them.",
            ),
        )


def _first(item: WorkItem) -> int:
    return min((roc_year(span.start.year) for span in item.periods if span.start), default=10**6)


def _last(item: WorkItem) -> int:
    return max((roc_year(span.end.year) for span in item.periods if span.end), default=-(10**6))
