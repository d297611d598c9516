"""Tables of patents and of trade that were taken in: which one a technology is shown by, and what it has in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl
from django.db.models import QuerySet

from coretech.apps.watch.counts.codes import Codes, codes_by_technology, codes_of
from coretech.apps.watch.counts.taking_in_tables import Kind, digest_of, folder
from coretech.apps.watch.models import KeptTable, WatchedTechnology
from coretech.apps.watch.queries import row_or_404, technologies
from coretech.engines.watching.patents import Patented, count_patents
from coretech.engines.watching.trade import Asked, Traded, count_trade
from coretech.kit.refusal import not_found

_KEPT = 256


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A table and what is counted in it: all of it, where ``codes`` is empty."""

    table: KeptTable
    codes: Sequence[str]


def tables() -> QuerySet[KeptTable]:
    """Every table, newest first; public."""
    return KeptTable.objects.select_related("technology")


def find_table(key: int) -> KeptTable:
    """A table by its number (HTTP 404 where there is none)."""
    return row_or_404(tables(), key, "沒有這份表。", "There is no such table.")


def narrowed(technology: WatchedTechnology, kind: Kind) -> Narrowed | None:
    """What a technology is shown by: the newest table of its own, else the newest of all, by its classes or goods."""
    of_kind = tables().filter(kind=kind)
    own = of_kind.filter(technology=technology).first()
    if own is not None:
        return Narrowed(own, ())
    every, codes = of_kind.filter(technology=None).first(), of(codes_of(technology), kind)
    return None if every is None or not codes else Narrowed(every, codes)


def counts_for(table: KeptTable) -> list[WatchedTechnology]:
    """The technologies that are shown by a table now."""
    of_kind = tables().filter(kind=table.kind)
    if of_kind.filter(technology=table.technology).first() != table:
        return []
    if table.technology is not None:
        return [table.technology]
    own = set(of_kind.exclude(technology=None).values_list("technology_id", flat=True))
    rest = [each for each in technologies() if each.pk not in own]
    return [each for each, codes in codes_by_technology(rest) if of(codes, Kind(table.kind))]


def of(codes: Codes, kind: Kind) -> Sequence[str]:
    """The codes by which tables of a kind are narrowed."""
    return codes.classes if kind == Kind.PATENTS else codes.goods


def patented(found: Narrowed) -> Patented:
    """The patents of a table.

    Raises:
        Refused: (HTTP 404) where its rows are not there any more, or others are.
    """
    return _patented(_rows(found.table), tuple(found.codes))


def traded(found: Narrowed, reporter: str = "", year: int | None = None) -> Traded:
    """The trade of a table, as a reporter tells it, with the partners of a year; refused as above."""
    return _traded(_rows(found.table), Asked(tuple(found.codes), reporter, year))


def _rows(table: KeptTable) -> Path:
    path = folder() / table.place
    if not path.is_file() or not _is_as_taken(path, table.kept_sha256):
        raise not_found(
            "這份表的資料已不在或已被更動；請重新收錄。",
            "The rows of this table are not there any more, or were changed; take it in again.",
        )
    return path


@lru_cache(maxsize=_KEPT)
def _is_as_taken(path: Path, digest: str) -> bool:
    return digest_of(path) == digest


@lru_cache(maxsize=_KEPT)
def _patented(path: Path, classes: tuple[str, ...]) -> Patented:
    return count_patents(pl.scan_parquet(path), classes)


@lru_cache(maxsize=_KEPT)
def _traded(path: Path, asked: Asked) -> Traded:
    return count_trade(pl.scan_parquet(path), asked)
