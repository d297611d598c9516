"""Cells that stand for several rows: the dates and the agencies a table's merged cells give to each work item."""

import re
from dataclasses import dataclass

from coretech.readers.plans.agencies import Agencies, agencies_in
from coretech.readers.plans.wording import joined
from coretech.readers.programme.drafts import AgencyCell, Draft, Work
from coretech.readers.programme.numbers import approach_of, item_of

_PHASE = re.compile(r"第\s*([一二三四五六七八九1-9])\s*[期階]")
_ORDER = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Given:
    """What a merged cell gives: the text or the agencies, and whether it stood in another row."""

    date: str
    agencies: Agencies
    date_sure: str
    agencies_sure: str


def given(draft: Draft) -> list[Given]:
    """For each work item of a schedule, its dates and its agencies with those of merged cells."""
    dates, agencies = _dates(draft.works), _agencies(draft)
    return [
        Given(date, who, date_sure, who_sure)
        for (date, date_sure), (who, who_sure) in zip(dates, agencies, strict=True)
    ]


def _dates(works: list[Work]) -> list[tuple[str, str]]:
    """Each work item's dates; a blank cell continues the one above it within the item."""
    found: list[tuple[str, str]] = []
    for place, work in enumerate(works):
        above = found[place - 1] if place and _same_item(works[place - 1], work) else None
        if work.date:
            found.append((work.date, "high"))
            _join_phases(works, found, place)
        elif work.date is None or above is None or not above[0]:
            found.append(("", "low"))
        else:
            found.append((above[0], "medium"))
    return found


def _same_item(one: Work, other: Work) -> bool:
    return item_of(one.number) == item_of(other.number)


def _join_phases(works: list[Work], found: list[tuple[str, str]], place: int) -> None:
    """Where a row's dates go on with the second phase of the row above, both rows share one cell."""
    number = _phase(found[place][0])
    if place == 0 or number <= 1 or approach_of(works[place - 1].number) != approach_of(works[place].number):
        return
    before = found[place - 1][0]
    if _last_phase(before) != number - 1:
        return
    whole = joined(before, " " + found[place][0])
    first = place - 1
    while first and found[first - 1][0] == before and _same_item(works[first - 1], works[place]):
        first -= 1
    for each in range(first, place + 1):
        found[each] = (whole, "medium")


def _phase(text: str) -> int:
    match = _PHASE.match(text)
    return 0 if match is None else _count(match.group(1))


def _last_phase(text: str) -> int:
    matches = _PHASE.findall(text)
    return _count(matches[-1]) if matches else 0


def _count(sign: str) -> int:
    return _ORDER.index(sign) + 1 if sign in _ORDER else int(sign)


def _agencies(draft: Draft) -> list[tuple[Agencies, str]]:
    """Each work item's agencies.

    A cell reaches down to the next one; one that begins within an item, beside a later approach, ends with the item.
    """
    spans = _spans(draft.agencies)
    found: list[tuple[Agencies, str]] = []
    for place, work in enumerate(draft.works):
        span = next((each for each in reversed(spans) if each[0] <= place), None)
        if span is None or _ends_before(draft.works, span[0], work):
            found.append((Agencies(), "low"))
        else:
            found.append((span[1], span[2]))
    return found


def _ends_before(works: list[Work], start: int, work: Work) -> bool:
    begins_item = start == 0 or not _same_item(works[start - 1], works[start])
    return not begins_item and not _same_item(works[start], work)


def _spans(cells: list[AgencyCell]) -> list[tuple[int, Agencies, str]]:
    """Where each cell begins and what it says; a cell of those who take part ends the one of those who lead."""
    found: list[tuple[int, Agencies, str]] = []
    for cell in cells:
        who = agencies_in(cell.text)
        last = found[-1] if found else None
        if last is not None and who.marked and not who.lead and last[1].marked and not last[1].co:
            found[-1] = (last[0], last[1].with_co(who), "medium")
        else:
            found.append((cell.at, who, "high"))
    return found
