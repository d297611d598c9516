"""Somebody's crosswalk as SSSOM/TSV: metadata as comments, then a line a mapping (mapping-commons.github.io/sssom)."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from coretech.kit.sentence import Sentence
from coretech.readers.lists.records import Fault, bad_file

REQUIRED = ("subject_id", "predicate_id", "object_id")
RELATIONS = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
_SKOS = ("skos:", "http://www.w3.org/2004/02/skos/core#")
_EMPTY = Sentence("請填入代碼，如 left:1.1。", "Write an identifier, such as left:1.1.")
_UNKNOWN = Sentence(
    f"請用SKOS的對應關係：{'、'.join(RELATIONS)}。",
    f"Use a mapping relation of SKOS: {', '.join(RELATIONS)}.",
)
_OTHER_PREFIX = Sentence(
    "一個檔案只對應兩份清單；這一列的字首和前面不同。",
    "A file maps two lists; this line has another prefix than those before.",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A mapping of the file: the local parts of its two identifiers, the relation, and what is said of it."""

    line: int
    subject: str
    relation: str
    object: str
    comment: str


@dataclass(frozen=True, slots=True)
class SssomFile:
    """What was read; with faults nothing of it is to be kept.

    Attributes:
        subjects, objects: the address that the prefix of each side stands for; its prefix where the file tells none.
        denied: how many lines say that two items do not match; they are left out.
    """

    subjects: str
    objects: str
    rows: tuple[Row, ...]
    denied: int
    faults: tuple[Fault, ...]


def read_sssom(raw: bytes) -> SssomFile:
    """Read a file.

    Raises:
        Refused: (HTTP 422) where it is no text, or lacks a column that every mapping needs.
    """
    try:
        lines = raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise bad_file("檔案不是UTF-8文字。", "The file is no text in UTF-8.") from None
    above = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    told = list(_told(lines[above:], above))
    rows = [each for each in told if isinstance(each, _Line) and not each.denied]
    prefixes = rows[0].prefixes if rows else ("", "")
    strays = [
        Fault(each.row.line, "subject_id", ":".join(each.prefixes), _OTHER_PREFIX)
        for each in rows
        if each.prefixes != prefixes
    ]
    known = dict(_prefixes(lines[:above]))
    subjects, objects = (known.get(each, each) for each in prefixes)
    denied = sum(isinstance(each, _Line) and each.denied for each in told)
    faults = [*(each for each in told if isinstance(each, Fault)), *strays]
    ordered = tuple(sorted(faults, key=lambda each: each.line))
    return SssomFile(subjects, objects, tuple(each.row for each in rows), denied, ordered)


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    prefixes: tuple[str, str]
    denied: bool


def _told(lines: list[str], above: int) -> Iterator[_Line | Fault]:
    table = csv.DictReader(io.StringIO("\n".join(lines)), delimiter="\t")
    missing = [name for name in REQUIRED if name not in (table.fieldnames or ())]
    if missing:
        listed = ", ".join(missing)
        raise bad_file(f"缺少欄位：{listed}", f"Columns are missing: {listed}")
    for row in table:
        yield from _read(
            above + table.line_num, {name: row.get(name) or "" for name in table.fieldnames or ()}
        )


def _read(line: int, row: Mapping[str, str]) -> Iterator[_Line | Fault]:
    """The mapping of a line, or every fault of it."""
    relation = row["predicate_id"].strip()
    for start in _SKOS:
        relation = relation.removeprefix(start)
    faults = [
        Fault(line, name, row[name], _EMPTY) for name in ("subject_id", "object_id") if not _local(row[name])
    ]
    if relation not in RELATIONS:
        faults.append(Fault(line, "predicate_id", row["predicate_id"], _UNKNOWN))
    if faults:
        yield from faults
        return
    subject, other = row["subject_id"], row["object_id"]
    read = Row(line, _local(subject), relation, _local(other), row.get("comment", "").strip())
    prefixes = (subject.partition(":")[0], other.partition(":")[0])
    yield _Line(read, prefixes, row.get("predicate_modifier", "").strip() == "Not")


def _local(identifier: str) -> str:
    """What stands behind the prefix."""
    return unquote(identifier.strip().partition(":")[2])


def _prefixes(header: list[str]) -> Iterator[tuple[str, str]]:
    """What the prefixes of the metadata stand for."""
    inside = False
    for line in header:
        text = line.removeprefix("#")
        if not text.startswith((" ", "\t")):
            inside = text.startswith("curie_map:")
        elif inside:
            name, _, address = text.strip().partition(":")
            yield name, address.strip().strip("\"'")
