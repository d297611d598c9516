"""Who does what: everything an agency leads or joins, over all plans."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from django.db.models import Q

from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Element, WorkItem
from coretech.apps.plans.queries import newest_versions
from coretech.apps.reports.responsible import code_of, names_of
from coretech.kit.agencies import AgencyName
from coretech.kit.refusal import not_found


@dataclass(frozen=True, slots=True)
class Doing:
    """What an agency does: elements and work items of the newest versions; ``names`` are how the plans print it."""

    agency: Agency
    names: frozenset[str]
    elements: list[Element]
    works: list[WorkItem]

    def leads(self, row: Element | WorkItem) -> bool:
        """Whether the agency leads it; else it joins."""
        return bool(self.names & set(row.lead))


@dataclass(frozen=True, slots=True)
class Named:
    """The agencies a version names on a day, by code: printed names, entries and work items; no code, no agency."""

    names: dict[str, frozenset[str]]
    measures: Counter[str]
    works: Counter[str]


@dataclass(frozen=True, slots=True)
class Together:
    """The same over all plans, with the row of each agency; ``unknown`` are names behind which there is none."""

    agencies: dict[str, Agency]
    names: dict[str, frozenset[str]]
    measures: Counter[str]
    works: Counter[str]
    unknown: tuple[str, ...]


def all_doing(day: dt.date) -> Together:
    """Every agency the newest plans name."""
    names: dict[str, set[str]] = defaultdict(set)
    measures, works = Counter[str](), Counter[str]()
    agencies = {each.code: each for each in Agency.objects.prefetch_related("names").order_by("pk")}
    borne = tuple(names_of(agencies.values()))
    for version in newest_versions():
        found = _named_in(version.pk, day, borne)
        measures += found.measures
        works += found.works
        for code, printed in found.names.items():
            names[code] |= printed
    unknown = sorted(name for code, printed in names.items() if code not in agencies for name in printed)
    known = {code: frozenset(printed) for code, printed in names.items() if code in agencies}
    return Together(agencies, known, measures, works, tuple(unknown))


def doing_of(code: str, day: dt.date) -> Doing:
    """All an agency leads or joins, work items by when they end.

    Raises:
        Refused: (HTTP 404) for an agency that no plan names.
    """
    together = all_doing(day)
    if code not in together.names:
        raise not_found("沒有計畫提到這個機關。", "No plan names this agency.")
    names = list(together.names[code])
    versions = list(newest_versions())
    named = Q(lead__has_any_keys=names) | Q(co__has_any_keys=names)
    elements = Element.objects.filter(named, version__in=versions).exclude(kind=Element.Kind.AGENCY)
    works = WorkItem.objects.filter(named, version__in=versions)
    return Doing(
        together.agencies[code],
        together.names[code],
        list(elements.select_related("version__plan").order_by("version", "order")),
        list(works.select_related("version__plan", "parent").order_by("end", "start", "version", "order")),
    )


@lru_cache(maxsize=4096)
def _named_in(version_id: int, day: dt.date, borne: tuple[AgencyName, ...]) -> Named:
    """The agencies of one version, which never changes once it is stored."""
    names: dict[str, set[str]] = defaultdict(set)
    measures, works = Counter[str](), Counter[str]()
    code = cache(lambda name: code_of(name, day, borne))
    for kind, printed in _rows(version_id):
        codes: dict[str, set[str]] = defaultdict(set)
        for name in printed:
            codes[code(name)].add(name)
        for each, found in codes.items():
            names[each] |= found
        if kind in _COUNTED:
            (works if kind is None else measures).update(codes.keys())
    return Named({each: frozenset(found) for each, found in names.items()}, measures, works)


_COUNTED = frozenset(
    {None, Element.Kind.STRATEGY.value, Element.Kind.MEASURE.value, Element.Kind.PROGRAMME.value}
)


def _rows(version_id: int) -> Iterator[tuple[str | None, Iterable[str]]]:
    """Each row with the agencies it names: an element with its kind, a work item without one."""
    for kind, lead, co in Element.objects.filter(version=version_id).values_list("kind", "lead", "co"):
        yield kind, (*lead, *co)
    for lead, co in WorkItem.objects.filter(version=version_id).values_list("lead", "co"):
        yield None, (*lead, *co)
