"""Marks of files that are done, so that a reading that was broken off goes on behind them."""

import json
from pathlib import Path

import polars as pl

from coretech.readers.works.manifest import VERSION, FileDone
from coretech.readers.works.problems import Fault, Problem

FOLDER = "done"


def mark_done(out: Path, path: Path, place: int, done: FileDone) -> FileDone:
    """Write the mark of a file whose parts all lie on disk."""
    (out / FOLDER).mkdir(exist_ok=True)
    mark = {"version": VERSION, "changed": path.stat().st_mtime_ns, "file": done.as_json()}
    new = _mark(out, place).with_suffix(".new")
    new.write_text(json.dumps(mark, ensure_ascii=False), encoding="utf-8")
    new.replace(_mark(out, place))
    return done


def done_before(out: Path, path: Path, place: int, first: int) -> FileDone | None:
    """The file as it was read before; none where it, its place or the works before it are others now."""
    try:
        mark = json.loads(_mark(out, place).read_text(encoding="utf-8"))
        given = mark["file"]
        problems = tuple(Problem(**{**each, "fault": Fault(each["fault"])}) for each in given["problems"])
        done = FileDone(**{**given, "parts": tuple(given["parts"]), "problems": problems})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    now = path.stat()
    same = (done.name, done.size, mark.get("changed")) == (path.name, now.st_size, now.st_mtime_ns)
    return done if same and mark.get("version") == VERSION and _begins(out, done) in {None, first} else None


def _begins(out: Path, done: FileDone) -> int | None:
    """The number of the file's first work; none where it held none."""
    if not done.parts:
        return None
    path = out / "works" / f"{done.parts[0]}.parquet"
    return int(pl.scan_parquet(path).select("work").first().collect().item()) if path.exists() else -1


def _mark(out: Path, place: int) -> Path:
    return out / FOLDER / f"{place:04d}.json"
