"""Whether a snapshot's tables all lie there: a part that is missing, or cut in the middle, has no end to read."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from coretech.readers.works.parts import SCHEMAS


def damaged(folder: Path, parts: Sequence[str]) -> Path | None:
    """The first part of a table that is not there whole; none where all are."""
    paths = (folder / table / f"{part}.parquet" for part in parts for table in SCHEMAS)
    return next((path for path in paths if not _whole(path)), None)


def _whole(path: Path) -> bool:
    try:
        pq.read_metadata(path)
    except (OSError, pa.ArrowInvalid):
        return False
    return True
