"""Writing a batch with its rows, quickly enough for a hundred thousand of them."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import DataError, connection

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.gathering import gathered_digest
from coretech.apps.supplies.comparing import Placed, rounded
from coretech.apps.supplies.models import Batch
from coretech.apps.supplies.reading import ReadFile
from coretech.engines.supplies.figures import FIGURES
from coretech.kit.refusal import bad_input

_BATCHES, _RETURNS, _ORIGINS = "supplies_batch", "supplies_supplyreturn", "supplies_importorigin"
_RETURN_COLUMNS = (
    *("id", "commodity_id", "reporter_id", "start", '"end"', "restates_id", "batch_id", "line"),
    *("converted_from", "note", *FIGURES),
)
_ORIGIN_COLUMNS = (
    *("id", "commodity_id", "start", '"end"', "told_in_id", "batch_id", "line", "origin", "quantity"),
)
_LONGEST_NAME = 200
_NEXT = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"


def write_batch(by: Acting, read: ReadFile, rows: Sequence[Placed]) -> Batch:
    """Write the rows and then the batch they hang on, with the digest over them; inside the operation's transaction.

    The rows come first: their digest is over what the database holds, and a batch is never changed.
    """
    (key,) = _keys(_BATCHES, 1)
    keys = _keys(_RETURNS, len(rows))
    try:
        _copy(_RETURNS, _RETURN_COLUMNS, _returns(keys, rows, key))
        _copy(_ORIGINS, _ORIGIN_COLUMNS, _origins(keys, rows, key))
    except DataError:
        raise bad_input(
            "file",
            "檔案含有資料庫無法存放的數字（整數最多16位）；請檢查數值。",
            "The file holds numbers the database cannot keep (at most 16 digits before the point); check them.",
        ) from None
    return Batch.objects.create(
        pk=key,
        name=read.name[-_LONGEST_NAME:],
        sha256=read.sha256,
        rows_sha256=gathered_digest(_BATCHES, key),
        rows=len(rows),
        filed_by_id=by.person_id,
        demonstration=read.demonstration,
        recorded_at=by.at,
    )


def _keys(table: str, many: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [table, many])
        return [key for (key,) in cursor.fetchall()]


def _copy(table: str, columns: Iterable[str], rows: Iterable[tuple[object, ...]]) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _returns(keys: Sequence[int], rows: Sequence[Placed], batch: int) -> Iterator[tuple[object, ...]]:
    for key, placed in zip(keys, rows, strict=True):
        row = placed.row
        figures = (rounded(getattr(row, name)) for name in FIGURES)
        yield key, *placed.place, placed.restates, batch, row.line, row.converted_from, row.note, *figures


def _origins(keys: Sequence[int], rows: Sequence[Placed], batch: int) -> list[tuple[object, ...]]:
    """All of them before any is copied: nothing else can be asked of a connection while it copies."""
    told = [
        (key, placed, origin) for key, placed in zip(keys, rows, strict=True) for origin in placed.row.origins
    ]
    found: list[tuple[object, ...]] = []
    for own, (key, placed, origin) in zip(_keys(_ORIGINS, len(told)), told, strict=True):
        commodity, _, start, end = placed.place
        quantity = rounded(origin.quantity)
        found.append((own, commodity, start, end, key, batch, placed.row.line, origin.name, quantity))
    return found
