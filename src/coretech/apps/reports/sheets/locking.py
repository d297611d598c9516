"""Locking a sheet at publication: its accepted words become entries, its figures observations."""

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.plans.models import WorkItem
from coretech.apps.reports.measured.observing import said_before
from coretech.apps.reports.models import Entry, Observation, ReportingPeriod, Sheet
from coretech.apps.reports.sheets.content import ActualSaid, PartContent, Said, WorkSaid
from coretech.apps.reports.sheets.parts import AskedIndicator, Part
from coretech.apps.reports.sheets.sound import in_unit_of
from coretech.engines.progress import schedule
from coretech.engines.progress.kinds import Nature


@dataclass(frozen=True, slots=True)
class Accepted:
    """A sheet with its parts and what was accepted of each; nothing where it was never accepted."""

    sheet: Sheet
    parts: tuple[Part, ...]
    contents: Mapping[str, PartContent]

    def of(self, part: Part) -> PartContent:
        """What was accepted of a measure."""
        return self.contents.get(part.key, PartContent())


def entries_of(accepted: Accepted, day: dt.date) -> list[Entry]:
    """An entry for each measure and each of its work items; blank ones where nothing was reported."""
    return [
        entry for part in accepted.parts for entry in _entries(accepted.sheet, part, accepted.of(part), day)
    ]


def work_of(item: WorkItem, said: WorkSaid | None) -> schedule.Work:
    """A work item for reckoning: the days planned, and what was said."""
    standing = "" if said is None else said.standing
    done = standing == Said.DONE if standing else None
    begun = standing != Said.NOT_BEGUN if standing else None
    return schedule.Work(spans_of(item), begun, done)


def spans_of(item: WorkItem) -> tuple[tuple[dt.date, dt.date], ...]:
    """The days a work item is planned for; its periods, else from its start to its end."""
    periods = item.periods or ([{"start": item.start, "end": item.end}] if item.start and item.end else [])
    return tuple(
        (_first_day(each["start"]), _last_day(each["end"]))
        for each in periods
        if each.get("start") and each.get("end")
    )


def observations_of(accepted: Accepted, at: dt.datetime) -> list[Observation]:
    """The figures of a sheet in the units of their indicators.

    Raises:
        Refused: (HTTP 422) where a unit no longer converts, since the indicator was defined anew.
    """
    found: list[Observation] = []
    for part in accepted.parts:
        content = accepted.of(part)
        for asked in part.indicators:
            said = content.actuals.get(asked.key)
            if said is not None:
                found += _observed(
                    accepted.sheet.period, asked, said, at, demonstration=content.demonstration
                )
    return found


def _entries(sheet: Sheet, part: Part, content: PartContent, day: dt.date) -> Iterator[Entry]:
    yield Entry(
        sheet=sheet,
        element_key=part.key,
        progress=content.progress,
        highlights=content.highlights,
        next_work=content.next_work,
        risks=content.risks,
        own_light=content.own_light,
        own_reason=content.own_reason,
        demonstration=content.demonstration,
    )
    for item in part.works:
        said = content.works.get(item.key)
        yield Entry(
            sheet=sheet,
            element_key=part.key,
            work_key=item.key,
            standing=schedule.standing(work_of(item, said), day),
            done_share=Decimal(said.share) if said is not None and said.share else None,
            progress="" if said is None else said.note,
            demonstration=content.demonstration,
        )


def _observed(
    period: ReportingPeriod, asked: AskedIndicator, said: ActualSaid, at: dt.datetime, *, demonstration: bool
) -> Iterator[Observation]:
    done = {"yes": True, "no": False}.get(said.done)
    given = {Nature.ACTUAL: said.value, Nature.FORECAST: said.forecast}
    for nature, text in given.items():
        value = in_unit_of(asked, text, said.unit, f"actual-{asked.key}-value")
        words = said.words if nature is Nature.ACTUAL else ""
        told = done if nature is Nature.ACTUAL else None
        if value is None and told is None and not words:
            continue
        quarter = period.quarter if nature is Nature.ACTUAL else None
        yield Observation(
            indicator=asked.indicator,
            year=period.year,
            quarter=quarter,
            nature=nature,
            value=value,
            done=told,
            words=words,
            given_value=text,
            given_unit=said.unit if text else "",
            period=period,
            restates=said_before(asked.indicator, period.year, quarter, nature.value),
            demonstration=demonstration,
            recorded_at=at,
        )


def _first_day(month: str) -> dt.date:
    """The first day of ``2020-12``."""
    return dt.date.fromisoformat(f"{month}-01")


def _last_day(month: str) -> dt.date:
    first = _first_day(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
