"""Works in OpenAlex's shape kept as Parquet: nested columns, or columns of JSON as its snapshots write them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pyarrow as pa
import pyarrow.parquet as pq

from coretech.readers.works.careful import Json
from coretech.readers.works.shape import COLUMNS

ROWS = 2_000


def works_in_parquet(path: Path) -> Iterator[tuple[int, Json]]:
    """Each row as a work, with its number from 1.

    Raises:
        ValueError: where the file is no Parquet.
    """
    try:
        file = pq.ParquetFile(path)
        held = [name for name in COLUMNS if name in file.schema_arrow.names]
        batches = file.iter_batches(batch_size=ROWS, columns=held)
        rows = (row for batch in batches for row in batch.to_pylist())
        for number, row in enumerate(rows, start=1):
            yield number, {name: _value(name, value) for name, value in row.items()}
    except pa.ArrowInvalid as error:
        raise ValueError(str(error)) from None


def _value(name: str, value: object) -> object:
    """A nested value as JSON would give it."""
    if isinstance(value, str) and COLUMNS[name] not in {"VARCHAR", "BIGINT"}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    if name == "abstract_inverted_index" and isinstance(value, list):
        return dict(cast("list[tuple[str, list[int]]]", value))
    if name == "abstract_inverted_index" and isinstance(value, dict):
        return {word: places for word, places in value.items() if places is not None}
    return str(value) if COLUMNS[name] == "VARCHAR" and value is not None else value
