"""Technologies that are watched, and what belongs to each."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.db.models import F, Model, QuerySet

from coretech.apps.watch.access import no_such_technology
from coretech.apps.watch.models import Definition, WatchedTechnology
from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.queries import read_query
from coretech.kit.refusal import not_found

_LARGEST = 2**63 - 1
Row = TypeVar("Row", bound=Model)


def technologies() -> QuerySet[WatchedTechnology]:
    """Every technology that is watched; public."""
    return WatchedTechnology.objects.filter(newest__gt=0)


def find_technology(code: str) -> WatchedTechnology:
    """A technology by its code (HTTP 404 where there is none)."""
    found = technologies().filter(code=code).first()
    if found is None:
        raise no_such_technology(code)
    return found


def newest_definitions() -> list[Definition]:
    """The definition that counts of every technology, in the order of the technologies."""
    rows = Definition.objects.filter(number=F("technology__newest")).select_related("technology")
    return list(rows.order_by("technology_id"))


def newest_definition(technology: WatchedTechnology) -> Definition:
    """The definition that counts."""
    return technology.definitions.select_related("technology").get(number=technology.newest)


def ways_of(definition: Definition) -> Mapping[str, list[str]]:
    """What belongs by kind of term, and what is left out."""
    return {
        "topics": definition.topics,
        "words_zh": definition.words_zh,
        "words_en": definition.words_en,
        "without": definition.without,
    }


def query_text(ways: Mapping[str, Iterable[str]]) -> str:
    """The ways as one line of the engine's query language."""
    asked = [term for kind in ("topics", "words_zh", "words_en") for term in ways.get(kind, ())]
    return ", ".join([*asked, *(f"-{term}" for term in ways.get("without", ()))])


def as_technology(definition: Definition) -> Technology:
    """The definition as the engine counts it."""
    of = definition.technology
    return Technology(of.code, f"{of.zh} / {of.en}", read_query(query_text(ways_of(definition))))


def row_or_404(rows: QuerySet[Row], key: int, zh: str, en: str) -> Row:
    """A row by its number, or that there is none (HTTP 404)."""
    found = rows.filter(pk=min(key, _LARGEST)).first()
    if found is None:
        raise not_found(zh, en)
    return found
