"""How work items stand against the months planned for them, and how many of a measure's stand how."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from coretech.kit.sentence import Sentence


class Standing(StrEnum):
    """How a work item stands on a day."""

    NOT_YET = "not_yet"
    UNDER_WAY = "under_way"
    DONE = "done"
    LATE = "late"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"

    @property
    def said(self) -> Sentence:
        """The standing as a page shows it."""
        return _STANDINGS[self]


_STANDINGS = {
    Standing.NOT_YET: Sentence("未到期程", "not yet due to begin"),
    Standing.UNDER_WAY: Sentence("進行中", "under way"),
    Standing.DONE: Sentence("完成", "done"),
    Standing.LATE: Sentence("應開始而未開始", "late: should have begun"),
    Standing.OVERDUE: Sentence("逾期未完成", "overdue"),
    Standing.UNKNOWN: Sentence("尚無回報", "nothing reported"),
}
FORMULA = Sentence(
    "期程已過比＝各期程中已過日數 ÷ 各期程總日數。彙整時每一工作項目計一，不加權；完成比＝完成項數 ÷ 全部項數。",
    "Share of the schedule gone by = its days that are over ÷ all its days. In a roll-up each work item counts one,"
    " weighted by nothing; share done = items done ÷ all items.",
)


@dataclass(frozen=True, slots=True)
class Work:
    """A work item: its planned spans in order (first and last day of each), and what was reported.

    ``begun`` and ``done`` are None where nobody said.
    """

    spans: tuple[tuple[date, date], ...]
    begun: bool | None = None
    done: bool | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A measure's work items by standing; shares are of all items, None where there is none.

    ``planned`` is the mean share of the items' own schedules that is over, of those that have one.
    """

    total: int
    by: Mapping[Standing, int]
    done: Decimal | None
    planned: Decimal | None


def gone_by(work: Work, today: date) -> Decimal | None:
    """The share of the planned days that are over when today is; None without a plan."""
    days = sum((end - start).days + 1 for start, end in work.spans)
    gone = sum(min(max((today - start).days + 1, 0), (end - start).days + 1) for start, end in work.spans)
    return Decimal(gone) / days if days else None


def standing(work: Work, today: date) -> Standing:
    """How a work item stands on a day.

    Plans name months, so an item is late to begin only once the first month is over; it is overdue once the
    last day is. What nobody has reported on is unknown, not overdue.
    """
    if work.done:
        return Standing.DONE
    if work.begun is None and work.done is None:
        return Standing.NOT_YET if work.spans and today < work.spans[0][0] else Standing.UNKNOWN
    if work.spans and today > work.spans[-1][1]:
        return Standing.OVERDUE
    if work.begun:
        return Standing.UNDER_WAY
    return _not_begun(work, today)


def _not_begun(work: Work, today: date) -> Standing:
    """How an item stands that has not begun, or of which only that it is not done was said."""
    if not work.spans:
        return Standing.UNKNOWN if work.begun is None else Standing.NOT_YET
    start = work.spans[0][0]
    if (today.year, today.month) <= (start.year, start.month):
        return Standing.NOT_YET
    return Standing.UNDER_WAY if work.begun is None else Standing.LATE


def counted(works: Iterable[Work], today: date) -> Counted:
    """A measure's items by standing."""
    items = tuple(works)
    by = Counter(standing(work, today) for work in items)
    gone = [part for work in items if (part := gone_by(work, today)) is not None]
    return Counted(
        total=len(items),
        by={each: by[each] for each in Standing},
        done=Decimal(by[Standing.DONE]) / len(items) if items else None,
        planned=sum(gone, Decimal(0)) / len(gone) if gone else None,
    )
