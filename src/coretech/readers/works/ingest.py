"""Files of works into a snapshot: block by block, file by file, taken up again where it was broken off."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coretech.readers.works.blocks import LineFile
from coretech.readers.works.duplicates import count_once
from coretech.readers.works.manifest import Asked, FileDone, Manifest, write_manifest
from coretech.readers.works.marks import done_before, mark_done
from coretech.readers.works.one_file import read_file
from coretech.readers.works.parts import PartWriter
from coretech.readers.works.problems import Fault, Problem

SUFFIXES = (".jsonl", ".ndjson", ".json", ".jsonl.gz", ".json.gz", ".gz", ".parquet", ".bib", ".ris", ".csv")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: the file just done, whether it was done before, and how many works it held."""

    done: FileDone
    before: bool


def files_in(given: Sequence[Path]) -> list[Path]:
    """The files named, and those of works in the folders named, however deep; in order of their names.

    Raises:
        FileNotFoundError: for one that is not there.
    """
    found: list[Path] = []
    for path in given:
        if path.is_dir():
            found += sorted(
                each for each in path.rglob("*") if each.is_file() and each.name.endswith(SUFFIXES)
            )
        elif path.is_file():
            found.append(path)
        else:
            raise FileNotFoundError(2, "", str(path))
    return found


def ingest(
    files: Sequence[Path], out: Path, asked: Asked, tell: Callable[[Progress], None] = lambda _: None
) -> Manifest:
    """Read files of works into the snapshot ``out`` and write its manifest; a file done before is not read again.

    Raises:
        OSError: where a file cannot be read or the snapshot not be written.
        ValueError: where a file is not of the format its name says, naming it.
    """
    out.mkdir(parents=True, exist_ok=True)
    done: list[FileDone] = []
    for place, path in enumerate(files):
        before = done_before(out, path, place, sum(each.works for each in done))
        each = before or mark_done(out, path, place, _read(path, out, place, done, asked))
        done.append(each)
        tell(Progress(each, before is not None))
    superseded = count_once(out, [part for each in done for part in each.parts])
    return write_manifest(out, asked, done, superseded)


def _read(path: Path, out: Path, place: int, done: Sequence[FileDone], asked: Asked) -> FileDone:
    writer = PartWriter(out, f"{place:04d}", sum(each.works for each in done))
    problems: list[Problem] = []
    file = LineFile(path)
    with tempfile.TemporaryDirectory(prefix="coretech-works-") as folder:
        for tables, found in read_file(file, Path(folder), asked.day.year):
            writer.add(tables)
            problems += found
        writer.write()
    if file.cut:
        problems.append(Problem(path.name, 0, Fault.CUT))
    size, parts = path.stat().st_size, tuple(writer.parts)
    return FileDone(path.name, file.sha256, size, writer.works, parts, tuple(problems))
