"""Rows that were read, held against what is stored: which are new, which restate, and which say nothing new."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.supplies.models import Commodity, ImportOrigin, Reporter, SupplyReturn
from coretech.engines.supplies.figures import FIGURES
from coretech.readers.supplies import SupplyRow

Place = tuple[int, int | None, dt.date, dt.date]
"""A commodity, a reporter (None for the authority) and a period, by their keys and days."""

Said = tuple[object, ...]
"""The figures, the note and the origins of a return, for telling whether two say the same."""

_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with the keys it will be stored under; ``restates`` is the return that stands until then."""

    row: SupplyRow
    place: Place
    restates: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """What would be written, and how many rows say just what is stored."""

    rows: tuple[Placed, ...]
    unchanged: int

    @property
    def restating(self) -> int:
        """How many rows restate a return."""
        return sum(each.restates is not None for each in self.rows)

    @property
    def digest(self) -> str:
        """The fingerprint of what would be written over what, so that what is written is what was shown."""
        told = hashlib.sha256()
        for each in self.rows:
            told.update(repr((each.place, each.restates, said_by(each.row))).encode())
        return told.hexdigest()


def compared(rows: Sequence[SupplyRow]) -> Compared:
    """The rows against the returns that stand now, in two queries."""
    slugs = {row.key.commodity for row in rows}
    keys = dict(Commodity.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    reporters = _reporters(keys.values())
    standing = _standing(keys.values(), rows)
    placed: list[Placed] = []
    for row in rows:
        commodity = keys[row.key.commodity]
        reporter = reporters[commodity, row.key.reporter] if row.key.reporter else None
        place = commodity, reporter, row.key.start, row.key.end
        before, said = standing.get(place, (None, None))
        if said != said_by(row):
            placed.append(Placed(row, place, before))
    return Compared(tuple(placed), len(rows) - len(placed))


def rounded(value: Decimal | None) -> Decimal | None:
    """A figure as the table keeps it: to four places."""
    return None if value is None else value.quantize(_PLACES)


def said_by(row: SupplyRow) -> Said:
    """What a row says, in the form of what is stored."""
    figures = (rounded(getattr(row, name)) for name in FIGURES)
    origins = sorted((each.name, rounded(each.quantity)) for each in row.origins)
    return (*figures, row.note, *origins)


def _reporters(commodities: Iterable[int]) -> Mapping[tuple[int, str], int]:
    rows = Reporter.objects.filter(commodity__in=commodities).values_list("commodity_id", "code", "pk")
    return {(commodity, code): key for commodity, code, key in rows}


def _standing(commodities: Iterable[int], rows: Sequence[SupplyRow]) -> dict[Place, tuple[int, Said]]:
    """The returns that stand, of these commodities and the days the rows span, each with what it says."""
    if not rows:
        return {}
    first, last = min(row.key.end for row in rows), max(row.key.end for row in rows)
    found = SupplyReturn.objects.filter(
        commodity__in=list(commodities), end__gte=first, end__lte=last, restated_by=None
    )
    origins: dict[int, list[tuple[str, Decimal]]] = defaultdict(list)
    told = ImportOrigin.objects.filter(told_in__in=found).order_by("origin")
    for key, name, quantity in told.values_list("told_in_id", "origin", "quantity"):
        origins[key].append((name, quantity))
    columns = ("pk", "commodity_id", "reporter_id", "start", "end", *FIGURES, "note")
    return {
        (commodity, reporter, start, end): (key, (*said, *sorted(origins.get(key, ()))))
        for key, commodity, reporter, start, end, *said in found.order_by().values_list(*columns)
    }
