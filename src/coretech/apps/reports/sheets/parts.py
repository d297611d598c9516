"""What a sheet asks: one part for each measure the agency answers for, with its work items and its indicators."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from coretech.apps.plans.models import Element, PlanVersion, Target, WorkItem
from coretech.apps.reports.models import Carried, Indicator, IndicatorDefinition, ReportingPeriod, Sheet
from coretech.apps.reports.responsible import Responsible, code_of, names_of, responsible_for
from coretech.apps.reports.revisions.elements import Tree, tree_of
from coretech.apps.reports.revisions.keys import history_of
from coretech.kit.refusal import not_found

REPORTED = (Element.Kind.MEASURE, Element.Kind.PROGRAMME)
"""The elements that are reported on."""


@dataclass(frozen=True, slots=True)
class AskedIndicator:
    """An indicator whose actual is asked, by its newest definition."""

    indicator: Indicator
    definition: IndicatorDefinition

    @property
    def key(self) -> str:
        """The indicator's key."""
        return self.indicator.key


@dataclass(frozen=True, slots=True)
class Part:
    """A measure on a sheet: the agency's own work items, and the indicators it is asked for."""

    element: Element
    works: tuple[WorkItem, ...]
    indicators: tuple[AskedIndicator, ...]

    @property
    def key(self) -> str:
        """The measure's key."""
        return self.element.key


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a period asks, by agency code; ``responsible`` knows the agencies and the names nobody was found for."""

    parts: dict[str, tuple[Part, ...]]
    responsible: Responsible


def asked_in(period: ReportingPeriod) -> Asked:
    """The parts of every agency of a period, by names as of the day it was opened."""
    return asked_of(period.version, responsible_for(period.version, period.opened_on), period.opened_on)


def asked_of(version: PlanVersion, responsible: Responsible, day: dt.date) -> Asked:
    """The parts of every agency that answers for anything in a version; a handful of queries."""
    tree = tree_of(version)
    works = _works(version)
    indicators = _indicators(version, responsible, day)
    parts: dict[str, list[Part]] = defaultdict(list)
    for element in tree.by_key.values():
        if element.kind in REPORTED:
            for code, part in _parts(element, tree, responsible, works[element.pk], indicators):
                parts[code].append(part)
    return Asked({code: tuple(found) for code, found in sorted(parts.items())}, responsible)


def parts_of(sheet: Sheet) -> tuple[Part, ...]:
    """The parts of one sheet, in printed order."""
    return asked_in(sheet.period).parts.get(sheet.agency.code, ())


def part_of(sheet: Sheet, key: str) -> Part:
    """One part of a sheet.

    Raises:
        Refused: (HTTP 404) where the agency does not answer for such a measure.
    """
    found = next((part for part in parts_of(sheet) if part.key == key), None)
    if found is None:
        raise not_found("這份填報表沒有這項措施。", "This sheet has no such measure.")
    return found


def leads_of(element: Element, tree: Tree, responsible: Responsible) -> tuple[str, ...]:
    """Who leads an element: named at it, or at the nearest one above that names anybody."""
    for each in (element, *reversed(tree.above(element))):
        if responsible.elements.get(each.key):
            return responsible.elements[each.key]
    return ()


Indicators = dict[str, list[tuple[AskedIndicator, str]]]
"""By the element's key: the indicators with the agency their target names first, empty where it names none."""


def _parts(
    element: Element, tree: Tree, responsible: Responsible, works: Sequence[WorkItem], indicators: Indicators
) -> Iterator[tuple[str, Part]]:
    leads = leads_of(element, tree, responsible)
    own = {work.key: responsible.work_items.get(work.key) or leads for work in works}
    codes = tuple(dict.fromkeys([*leads, *(code for found in own.values() for code in found)]))
    for code in codes:
        asked = [
            each
            for each, named in indicators.get(element.key, [])
            if code == (named if named in codes else codes[0])
        ]
        mine = tuple(work for work in works if code in own[work.key])
        yield code, Part(element, mine, tuple(asked))


def _works(version: PlanVersion) -> dict[int, list[WorkItem]]:
    found: dict[int, list[WorkItem]] = defaultdict(list)
    for each in WorkItem.objects.filter(version=version).order_by("order"):
        found[each.parent_id or 0].append(each)
    return found


def _indicators(version: PlanVersion, responsible: Responsible, day: dt.date) -> Indicators:
    """An indicator is asked of one agency alone, so that no figure is reported twice."""
    targets = dict(Target.objects.filter(version=version).values_list("key", "agencies"))
    newest = (
        IndicatorDefinition.objects.order_by("-number").select_related("version").prefetch_related("targets")
    )
    history = history_of(version.plan)
    rows = Indicator.objects.filter(plan=version.plan_id).order_by("pk")
    found: Indicators = defaultdict(list)
    borne = names_of(responsible.agencies.values())
    for each in rows.prefetch_related(Prefetch("definitions", queryset=newest)):
        definitions = list(each.definitions.all())
        if not definitions:
            continue
        since = None if definitions[-1].version is None else definitions[-1].version.version
        measure = history.current(each.element_key, since)
        if measure is not None:
            target = history.current(each.target_key, since, Carried.Row.TARGET)
            codes = (code_of(name, day, borne) for name in targets.get(target or "", []))
            named = next((code for code in codes if code), "")
            found[measure].append((AskedIndicator(each, definitions[0]), named))
    return found
