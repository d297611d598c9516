"""From a file of patents or of trade to the compact rows and the manifest that are kept of it."""

import hashlib
import io
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from coretech.apps.watch.models import KeptTable
from coretech.kit.refusal import Refused, bad_input
from coretech.readers.texts.opening import open_table

if TYPE_CHECKING:
    from coretech.readers.counted.counting import Counted
    from coretech.readers.texts.records import Table

File = io.BytesIO | io.BufferedReader
Kind = KeptTable.Kind
MOST_LISTED = 50
"""Problems that are kept word by word; all of them are counted."""
_COUNTS = {Kind.PATENTS: "patents", Kind.TRADE: "rows"}
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class TakenTable:
    """A table that was read, with what is kept of it; fields as those of `KeptTable`."""

    kind: Kind
    name: str
    size: int
    sha256: str
    place: str
    kept_sha256: str
    columns: Mapping[str, str]
    coverage: Mapping[str, int]
    problems: int
    listed: Sequence[Sequence[object]]


def folder() -> Path:
    """Where compact rows lie."""
    return Path(settings.CORETECH_HOME) / "watch" / "tables"


def take_table(kind: Kind, name: str, file: File, latest_year: int, told: Mapping[str, str]) -> TakenTable:
    """Read a table and lay its compact rows down; ``told`` says which column means what, where that is not known.

    The file is closed in the end.

    Raises:
        Refused: (HTTP 422) where it cannot be read, its columns cannot be told apart, or it holds nothing to count.
    """
    sha256, size = _digest(file), file.seek(0, io.SEEK_END)
    folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="taken-", dir=folder()) as work, file:
        rows = Path(work) / "rows.parquet"
        table = open_table(file)  # held until the file is closed: it reads on while rows are asked for
        counted = _reader(kind)(table, latest_year, told, rows)
        if not counted.coverage[_COUNTS[kind]]:
            raise _empty()
        kept = digest_of(rows)
        place = f"{kind}-{kept[:24]}.parquet"
        shutil.move(rows, folder() / place)
    return TakenTable(
        kind=kind,
        name=Path(name).name[:_LONGEST_NAME],
        size=size,
        sha256=sha256,
        place=place,
        kept_sha256=kept,
        columns=dict(counted.columns),
        coverage=dict(counted.coverage),
        problems=counted.problems.count,
        listed=[
            [each.line, each.sentence.zh, each.sentence.en] for each in counted.problems.listed[:MOST_LISTED]
        ],
    )


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return _digest(file)


def told_columns(given: Sequence[str]) -> dict[str, str]:
    """Which column means what, from ``meaning=heading``; the reader says what is wrong with them."""
    pairs = (each.partition("=") for each in given if each.strip())
    return {meaning.strip(): heading.strip() for meaning, _, heading in pairs}


def _reader(kind: Kind) -> "Callable[[Table, int, Mapping[str, str], Path], Counted]":
    """The readers count by DuckDB, which only somebody who takes a table in waits for."""
    if kind is Kind.PATENTS:
        from coretech.readers.counted.patents import patents_in  # noqa: PLC0415 - as said above

        return patents_in
    from coretech.readers.counted.trade import trade_in  # noqa: PLC0415 - as said above

    return trade_in


def _digest(file: File) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def _empty() -> Refused:
    return bad_input(
        "file",
        "檔案裡沒有可計算的列；請檢查欄名與格式。",
        "The file holds no row that can be counted; check its headings and its format.",
    )
