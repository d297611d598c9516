"""What a snapshot is: where its works came from, by which question, when, how many, and what was wrong with them."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

from coretech.readers.works.problems import Fault, Problem
from coretech.readers.works.whole import damaged

VERSION = 1
"""Of the reader: a snapshot that another version made is read anew, not taken up again."""
NAME = "manifest.json"
PROBLEMS = "problems.jsonl"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for: the source, its query in words, the day, and what is wrong with all of it."""

    day: dt.date
    source: str = ""
    query: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file that was read: its hash and size, the works it held, its parts, and what is wrong with its lines."""

    name: str
    sha256: str
    size: int
    works: int
    parts: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The file as data, its problems beside it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The manifest as it is written; ``works`` are those that count, each once."""

    source: str
    query: str
    date: str
    version: int
    works: int
    superseded: int
    problems: Mapping[str, int]
    files: tuple[Mapping[str, object], ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of every table, in order."""
        return tuple(part for file in self.files for part in cast("Sequence[str]", file["parts"]))


def write_manifest(
    out: Path, asked: Asked, done: Sequence[FileDone], superseded: Sequence[Problem]
) -> Manifest:
    """Write the manifest and the list of problems beside it, and give the manifest back."""
    listed = [*asked.problems, *(problem for each in done for problem in each.problems), *superseded]
    with (out / PROBLEMS).open("w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(each.as_json(), ensure_ascii=False)}\n" for each in listed)
    manifest = Manifest(
        source=asked.source,
        query=asked.query,
        date=asked.day.isoformat(),
        version=VERSION,
        works=sum(each.works for each in done) - len(superseded),
        superseded=len(superseded),
        problems=dict(Counter(each.fault.value for each in listed)),
        files=tuple(
            {name: told for name, told in each.as_json().items() if name != "problems"} for each in done
        ),
    )
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    new = out / f"{NAME}.new"
    new.write_text(f"{text}\n", encoding="utf-8")
    new.replace(out / NAME)
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a snapshot whose tables all lie there.

    Raises:
        OSError: where there is none.
        ValueError: where it is not one of ours, of another version, or a part of a table is missing or cut, naming it.
    """
    given = json.loads((folder / NAME).read_text(encoding="utf-8"))
    if not isinstance(given, dict) or given.get("version") != VERSION:
        raise ValueError(NAME)
    try:
        manifest = Manifest(**{**given, "files": tuple(given["files"])})
        cut = damaged(folder, manifest.parts)
    except (TypeError, KeyError):
        raise ValueError(NAME) from None
    if cut:
        raise ValueError(str(cut.relative_to(folder)))
    return manifest


def broken(manifest: Manifest) -> int:
    """How many lines were left out because they are broken or name no work."""
    return sum(manifest.problems.get(fault.value, 0) for fault in (Fault.BROKEN_LINE, Fault.NO_ID))
