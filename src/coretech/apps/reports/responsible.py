"""Which agencies answer for what in a plan: the printed names, resolved through names in time and successions."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Element, PlanVersion, WorkItem
from coretech.kit.agencies import AgencyName, bundled_short_names, successors
from coretech.kit.sentence import Sentence

_UNIT = re.compile(r"[(（]")

Keys = dict[str, tuple[str, ...]]
"""The codes of the agencies that answer for a row, by the row's key."""


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who answers for the rows of a version on a day, by agency code.

    ``elements`` and ``work_items`` are by key; a work item without a lead of its own has its measure's. ``agencies``
    are the rows of every code that occurs, ``unknown`` the printed names behind which no agency was found.
    """

    elements: Keys
    work_items: Keys
    agencies: Mapping[str, Agency]
    unknown: tuple[str, ...]

    def measures_of(self, code: str, measures: Iterable[Element], works: Iterable[WorkItem]) -> list[Element]:
        """The measures an agency answers for, itself or by a work item of theirs, in the order given."""
        through = {each.parent_id for each in works if code in self.work_items.get(each.key, ())}
        return [each for each in measures if each.pk in through or code in self.elements.get(each.key, ())]


def responsible_for(version: PlanVersion, day: dt.date) -> Responsible:
    """Who answers for each element and work item of a version on a day; three queries."""
    elements = list(Element.objects.filter(version=version).order_by("order"))
    works = list(WorkItem.objects.filter(version=version).order_by("order"))
    printed = {name for row in elements for name in row.lead} | {name for row in works for name in row.lead}
    agencies = {each.code: each for each in Agency.objects.prefetch_related("names").order_by("pk")}
    borne = names_of(agencies.values())
    codes = {name: code for name in printed if (code := code_of(name, day, borne)) in agencies}
    by_id = {each.pk: _codes(each.lead, codes) for each in elements}
    of_works = {each.key: _codes(each.lead, codes) or by_id.get(each.parent_id or 0, ()) for each in works}
    of_elements = {each.key: by_id[each.pk] for each in elements}
    used = {code for found in (*of_elements.values(), *of_works.values()) for code in found}
    return Responsible(
        elements=of_elements,
        work_items=of_works,
        agencies={code: agencies[code] for code in sorted(used)},
        unknown=tuple(sorted(printed - codes.keys())),
    )


def names_of(agencies: Iterable[Agency]) -> list[AgencyName]:
    """The names that agencies bear here, with their days."""
    return [
        AgencyName(each.code, Sentence(name.zh, name.en), name.valid_from, name.valid_until)
        for each in agencies
        for name in each.names.all()
    ]


def code_of(name: str, day: dt.date, borne: Sequence[AgencyName]) -> str:
    """The code of the agency a plan names, such as 經濟部(工業局); of its successor where it is gone; else nothing.

    The unit in parentheses reports through its ministry, so the name before it tells. A name counts whenever it was
    borne: a plan keeps the names of its own day.
    """
    base = _UNIT.split(name, maxsplit=1)[0].strip()
    code = next((each.code for each in borne if each.name.zh == base), _short_names().get(base, ""))
    if not code or any(each.code == code and each.borne_on(day) for each in borne):
        return code
    return next((each.to_code for each in successors(code, day)), code)


@cache
def _short_names() -> dict[str, str]:
    return {each.name: each.code for each in bundled_short_names()}


def _codes(names: Iterable[str], codes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes[name] for name in names if name in codes))
