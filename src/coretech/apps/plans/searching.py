"""Finding measures, work items and targets in all plans: by words of either script, by agency, by year."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coretech.apps.plans.agencies import codes_of
from coretech.apps.plans.models import Element, PlanVersion, Target, WorkItem
from coretech.apps.plans.queries import newest_versions
from coretech.engines.folding import readings, stands_in
from coretech.kit.folding import fold
from coretech.kit.roc import OFFSET

LONGEST = 100
"""How many characters may be searched for."""

_NO_TARGET = "none"

Row = Element | WorkItem | Target


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; what is left empty does not matter.

    ``agency`` is a code of :func:`~coretech.apps.plans.agencies.codes_of`, ``year`` a ROC year.
    """

    words: str = ""
    agency: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A row that was found; ``element`` is the one whose page shows it, ``agencies`` its own or its parent's."""

    version: PlanVersion
    row: Row
    element: Element | None
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What was found by plan in printed order, and what all plans can be asked for: agencies' names and ROC years."""

    found: tuple[Found, ...]
    agencies: tuple[str, ...]
    years: tuple[int, ...]


def search(asked: Search) -> Results:
    """The rows of the newest versions that are looked for; none where nothing is asked."""
    rows = [each for version in newest_versions() for each in _rows(version)]
    versions = {each.version for each in rows}
    names = dict.fromkeys(name for each in rows for name in each.agencies)
    found = [each for each in rows if _is_meant(each, asked)] if asked != Search() else []
    return Results(tuple(_with_words(found, asked.words)), tuple(names), _years(versions))


def _rows(version: PlanVersion) -> Iterator[Found]:
    """Every row of a version; one that names no agency has those of what it hangs on."""
    elements = {each.pk: each for each in Element.objects.filter(version=version).order_by("order")}
    for each in elements.values():
        above = elements.get(each.parent_id or 0)
        who = _names(each.lead, each.co) or (() if above is None else _names(above.lead, above.co))
        yield Found(version, each, each, who)
    for work in WorkItem.objects.filter(version=version).order_by("order"):
        yield Found(version, work, elements.get(work.parent_id or 0), _names(work.lead, work.co))
    for target in Target.objects.filter(version=version).order_by("order"):
        yield Found(version, target, elements.get(target.parent_id or 0), _names(target.agencies))


def _names(*lists: Iterable[str]) -> tuple[str, ...]:
    """The agencies without their units, each once."""
    return tuple(dict.fromkeys(name.partition("(")[0] for of in lists for name in of))


def _is_meant(each: Found, asked: Search) -> bool:
    agency = not asked.agency or any(asked.agency in codes_of(name) for name in each.agencies)
    return agency and (asked.year is None or _is_of(each, asked.year))


def _is_of(each: Found, year: int) -> bool:
    """Whether a row is work or a target of a ROC year; an element is of all its plan's years."""
    match each.row:
        case WorkItem(start=start, end=end) if start or end:
            return (start or end)[:4] <= f"{year + OFFSET:04}" <= (end or start)[:4]
        case Target(yearly=yearly) if yearly:
            return any(said["year"] == str(year) and said["status"] != _NO_TARGET for said in yearly)
    first, last = each.version.start, each.version.end
    return first is not None and first <= year <= (first if last is None else last)


def _with_words(found: Iterable[Found], words: str) -> Iterator[Found]:
    terms = [readings(word) for word in words.split()]
    return (each for each in found if not terms or _holds(fold("\n".join(words_of(each.row))), terms))


def _holds(text: str, terms: Sequence[frozenset[str]]) -> bool:
    return all(any(stands_in(reading, text) for reading in term) for term in terms)


def words_of(row: Row) -> list[str]:
    """The words a row is found by: what it says itself."""
    match row:
        case Element():
            said = [row.code, row.title, row.text, row.category, *row.named]
        case WorkItem():
            said = [row.work_no, row.text, row.approach_title, row.item_title]
        case Target():
            said = [row.code, row.text, row.measure_title, *(year["text"] or "" for year in row.yearly)]
    return [each for each in said if each]


def _years(versions: Iterable[PlanVersion]) -> tuple[int, ...]:
    spans = [(each.start, each.end or each.start) for each in versions if each.start is not None]
    years = {year for first, last in spans if last is not None for year in range(first, last + 1)}
    return tuple(sorted(years))
