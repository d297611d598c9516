"""What a published period says: entries by measure, each with the amendments accepted since. Public."""

from collections import defaultdict
from dataclasses import dataclass, field

from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Element, WorkItem
from coretech.apps.reports.cycle.amendments import amendments_of
from coretech.apps.reports.models import Amendment, Entry, MeasureStanding, Observation, ReportingPeriod


@dataclass(slots=True)
class Reported:
    """What one agency reported of a measure: its entry, and one for each of its work items."""

    agency: Agency
    entry: Entry
    works: list[tuple[WorkItem | None, Entry]] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)

    @property
    def said_nothing(self) -> bool:
        """Whether the agency did not report."""
        return not (self.entry.progress or self.entry.own_light)


@dataclass(slots=True)
class Measure:
    """A measure of the period: how it stood as a whole, what each agency said, and its figures."""

    element: Element
    standing: MeasureStanding | None
    reported: list[Reported] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)


def measures_of(period: ReportingPeriod) -> list[Measure]:
    """Everything a published period says, in printed order; a handful of queries."""
    entries = list(
        Entry.objects.filter(sheet__period=period)
        .select_related("sheet__agency")
        .prefetch_related("sheet__agency__names")
        .order_by("sheet__agency__code", "pk")
    )
    elements = {each.key: each for each in Element.objects.filter(version=period.version_id)}
    works = {each.key: each for each in WorkItem.objects.filter(version=period.version_id)}
    whole = {each.element_key: each for each in MeasureStanding.objects.filter(period=period, agency=None)}
    amended = _amendments(period)
    found: dict[str, Measure] = {}
    by_agency: dict[tuple[int, str], Reported] = {}
    for entry in entries:
        key = entry.element_key
        measure = found.setdefault(key, Measure(elements[key], whole.get(key)))
        if not entry.work_key:
            reported = Reported(entry.sheet.agency, entry, amendments=amended[entry.pk])
            by_agency[entry.sheet_id, key] = reported
            measure.reported.append(reported)
        else:
            reported = by_agency[entry.sheet_id, key]
            reported.works.append((works.get(entry.work_key), entry))
            reported.amendments += amended[entry.pk]
    _with_figures(period, found)
    return sorted(found.values(), key=lambda each: each.element.order)


def _with_figures(period: ReportingPeriod, found: dict[str, Measure]) -> None:
    rows = Observation.objects.filter(period=period).select_related("indicator", "restated_by")
    for each in rows.prefetch_related("indicator__definitions").order_by("pk"):
        if each.indicator.element_key in found:
            found[each.indicator.element_key].observations.append(each)


def _amendments(period: ReportingPeriod) -> dict[int, list[Amendment]]:
    found: dict[int, list[Amendment]] = defaultdict(list)
    for each in amendments_of(Entry.objects.filter(sheet__period=period)):
        found[each.entry_id].append(each)
    return found
