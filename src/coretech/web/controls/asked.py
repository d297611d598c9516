"""Which facts a kind is asked for: those its items look at, and those that make the derived ones known."""

from collections.abc import Iterable, Iterator
from functools import cache

from coretech.engines.controls.expression import Criterion, names_in
from coretech.engines.controls.loading import bundled
from coretech.engines.controls.parameters import Kind, kinds, parameters
from coretech.engines.controls.regimes import Item, Regime
from coretech.kit.refusal import not_found

CHIP = "ai_chip"
THROUGHPUT, AREA, TRANSISTOR, FEATURE, NODE = (
    "throughput",
    "die_area_mm2",
    "transistor",
    "feature_nm",
    "node_nm",
)


def kind_of(name: str) -> Kind:
    """A kind by its name in an address.

    Raises:
        Refused: (HTTP 404) where there is none, or no item speaks of it.
    """
    found = kinds().get(name)
    if found is None or not items_of(name):
        raise not_found("沒有這個種類；請由清單選擇。", "There is no such kind; choose one of the list.")
    return found


def kinds_spoken_of() -> list[Kind]:
    """The kinds that any item speaks of, in the order of the data."""
    return [each for name, each in kinds().items() if items_of(name)]


def items_of(kind: str) -> list[tuple[Regime, Item]]:
    """The items that speak of a kind."""
    return [(regime, item) for regime in bundled() for item in regime.items if kind in item.kinds]


@cache
def facts_of(kind: str) -> tuple[str, ...]:
    """The names of the facts to ask for, in the order of the data."""
    wanted = set(_wanted(kind))
    return tuple(name for name in parameters() if name in wanted)


def _wanted(kind: str) -> Iterator[str]:
    for name in {name for each in _criteria(kind) for name in names_in(each)}:
        yield from parameters()[name].needs
        if name == FEATURE:
            yield NODE
        if AREA in parameters()[name].needs:
            yield TRANSISTOR  # only dies at a non-planar node count towards the area


def _criteria(kind: str) -> Iterable[Criterion]:
    for regime, item in items_of(kind):
        yield from (each.when for each in item.vintages)
        for policy in regime.policies:
            if item.id in policy.items:
                yield from (rule.when for rule in policy.rules)


def destinations_asked(kind: str) -> bool:
    """Whether any licensing policy speaks of the kind, so that the destination matters."""
    return any(item.id in policy.items for regime, item in items_of(kind) for policy in regime.policies)
