"""Print the results as a table, and keep them as JSON."""

import json
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bench.measure import Result

HEADINGS = ("benchmark", "ours", "peer", "ours/peer", "ours per second", "peer per second")
NONE = "—"


def table(results: Sequence[Result]) -> str:
    """The results in columns, one benchmark a line, and below them what else was seen."""
    rows = [HEADINGS, *(_row(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join([*(_line(row, widths) for row in rows), *_remarks(results)])


def keep(results: Iterable[Result], folder: Path, at: datetime) -> Path:
    """Write the results with the machine they were measured on; the file is named by the moment."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{at:%Y%m%dT%H%M%SZ}.json"
    kept = {
        "at": at.isoformat(),
        "python": platform.python_version(),
        "machine": platform.platform(),
        "results": [
            {**asdict(result), "rate": result.rate, "peer_rate": result.peer_rate} for result in results
        ],
    }
    path.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _row(result: Result) -> tuple[str, ...]:
    return (
        result.name,
        _duration(result.ours),
        _duration(result.peer),
        NONE if result.ratio is None else f"{result.ratio:.2f}",
        _rate(result.rate, result.unit),
        _rate(result.peer_rate, result.unit),
    )


def _duration(seconds: float | None) -> str:
    return NONE if seconds is None else f"{seconds * 1000:,.1f} ms"


def _rate(rate: float | None, unit: str) -> str:
    if rate is None:
        return NONE
    return f"{rate:,.0f} {unit}" if rate > 1 else f"{rate:.2f} {unit}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(row, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)])


def _remarks(results: Sequence[Result]) -> list[str]:
    lines = [f"{result.name}: {remark.zh} · {remark.en}" for result in results for remark in result.remarks]
    return ["", *lines] if lines else []
