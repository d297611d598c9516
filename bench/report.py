"""Print the results as a table, and keep them as JSON."""

import json
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bench.measure import Result

HEADINGS = ("benchmark", "ours", "peer", "ours/peer", "ours per second")


def table(results: Sequence[Result]) -> str:
    """The results in columns, one benchmark a line."""
    rows = [HEADINGS, *(_row(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(_line(row, widths) for row in rows)


def keep(results: Iterable[Result], folder: Path, at: datetime) -> Path:
    """Write the results with the machine they were measured on; the file is named by the moment."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{at:%Y%m%dT%H%M%SZ}.json"
    kept = {
        "at": at.isoformat(),
        "python": platform.python_version(),
        "machine": platform.platform(),
        "results": [{**asdict(result), "rate": result.rate} for result in results],
    }
    path.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    return path


def _row(result: Result) -> tuple[str, ...]:
    per_second = (
        f"{result.rate:,.0f} {result.unit}" if result.rate > 1 else f"{result.rate:.2f} {result.unit}"
    )
    return (result.name, _duration(result.ours), _duration(result.peer), f"{result.ratio:.2f}", per_second)


def _duration(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(row, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)])
