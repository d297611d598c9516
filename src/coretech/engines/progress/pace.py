"""When all is reached, if it goes on as it went so far."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal

from coretech.engines.progress.spans import later
from coretech.kit.sentence import Sentence

Track = Sequence[tuple[date, Decimal]]
"""Days with the share of the way reached by then, oldest first."""

REACHED = Sentence(
    "已達成：以首次達到全部的那一期末日為準。",
    "Reached: the last day of the first period by which all of it was there.",
)
AT_THIS_PACE = Sentence(
    "依目前步調：起日加上（至最近實績所經日數 ÷ 已完成比率），不足一日以一日計。",
    "At the pace so far: the start plus the days until the latest actual divided by the share reached, rounded"
    " up to a day.",
)
NO_PACE = Sentence(
    "無法推估：尚無進展，或依目前步調須百年以上。",
    "Not to be told: nothing is reached yet, or at this pace it takes over a hundred years.",
)
NO_WAY = Sentence(
    "不推估：這類指標沒有可外推的比率。",
    "Not told: an indicator of this sort has no share that could be drawn on.",
)


def expected_end(track: Track, start: date) -> tuple[date | None, Sentence]:
    """The day all is or would be reached, and the rule that says so.

    The pace is an even one from the start of the term to the latest actual; it knows no seasons and no plan.
    """
    reached = next((day for day, part in track if part >= 1), None)
    if reached is not None and track[-1][1] >= 1:
        return reached, REACHED
    if not track or track[-1][1] <= 0 or track[-1][0] < start:
        return None, NO_PACE
    day, part = track[-1]
    days = ((day - start).days + 1) / part
    end = later(start, int((days - 1).to_integral_value(ROUND_CEILING)))
    return (end, AT_THIS_PACE) if end is not None else (None, NO_PACE)
