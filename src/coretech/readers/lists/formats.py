"""A list's files by name: what a file is by its content, and how a list is written.

SKOS is imported where it is needed: the graph's library takes half a second to start.
"""

import json
from enum import StrEnum

from coretech.kit.refusal import Refused
from coretech.readers.files.errors import FileError
from coretech.readers.files.pictures import JPEG, PNG
from coretech.readers.files.recognise import OLD_OFFICE, PDF, ZIP
from coretech.readers.files.virus import refuse_virus
from coretech.readers.lists import csv_file, json_file, ods_file
from coretech.readers.lists.checking import faults_of
from coretech.readers.lists.records import ListFile, bad_file

LARGEST = 10 * 1024 * 1024
"""The largest file that is read, in bytes."""


class Format(StrEnum):
    """What a list can be had as."""

    CSV = "csv"
    JSON = "json"
    TTL = "ttl"
    JSONLD = "jsonld"


MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.JSON: "application/json",
    Format.TTL: "text/turtle; charset=utf-8",
    Format.JSONLD: "application/ld+json",
}


def read_list(raw: bytes) -> ListFile:
    """The list in a file of any of the kinds, with everything to be corrected in it.

    Raises:
        Refused: (HTTP 422) for a file of another kind, empty, damaged, too large, or of two lists.
    """
    if len(raw) > LARGEST:
        raise _too_large()
    file = _read(raw)
    faults = sorted((*file.faults, *faults_of(file.entries)), key=lambda fault: fault.line)
    return ListFile(file.head, file.entries, tuple(faults))


def write_list(file: ListFile, form: Format, base: str) -> bytes:
    """The list as a file; ``base`` is the version's address, by which SKOS names it and its items."""
    if form is Format.CSV:
        return csv_file.write(file)
    if form is Format.JSON:
        return json_file.write(file)
    from coretech.readers.lists import skos_file  # noqa: PLC0415 - it takes half a second to start

    write = skos_file.write_turtle if form is Format.TTL else skos_file.write_jsonld
    return write(file, base)


def _read(raw: bytes) -> ListFile:
    if raw.startswith(ZIP):
        return ods_file.read(raw)
    start = raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start in {b"{", b"["}:
        return _of_json(raw)
    if start == b"<" and not raw.lstrip().startswith((b"<http", b"<urn")):
        return _skos(raw, "xml")
    _require_text(raw)
    if _is_turtle(raw):
        return _skos(raw, "turtle")
    return csv_file.read(raw)


def _require_text(raw: bytes) -> None:
    """Refuse what is plainly another kind of file; the encoding of a table is found out as it is read."""
    try:
        refuse_virus(raw)
    except FileError as error:
        raise bad_file(error.sentence.zh, error.sentence.en) from None
    if raw.startswith((PDF, PNG, JPEG, OLD_OFFICE)):
        raise _no_list()


def _of_json(raw: bytes) -> ListFile:
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError):
        return json_file.read(raw)  # it says where the fault is
    linked = (told[:1] or [{}])[0] if isinstance(told, list) else told
    is_linked = isinstance(linked, dict) and bool({"@context", "@graph", "@id"} & linked.keys())
    return _skos(raw, "json-ld") if is_linked else json_file.read(raw)


def _is_turtle(raw: bytes) -> bool:
    """Whether the first line that says anything begins as Turtle does."""
    lines = (line.strip() for line in raw.removeprefix(b"\xef\xbb\xbf").splitlines())
    first = next((line for line in lines if line and not line.startswith(b"#")), b"")
    return first.lower().startswith((b"@prefix", b"@base", b"prefix ", b"base ", b"<http", b"<urn"))


def _skos(raw: bytes, syntax: str) -> ListFile:
    from coretech.readers.lists import skos_file  # noqa: PLC0415 - it takes half a second to start

    return skos_file.read(raw, syntax)


def _too_large() -> Refused:
    size = LARGEST >> 20
    return bad_file(f"檔案超過{size} MB；請分成數份清單。", f"The file is over {size} MB; split the list.")


def _no_list() -> Refused:
    return bad_file(
        "檔案不是CSV、ODS、JSON，也不是SKOS（Turtle、JSON-LD、RDF/XML）。",
        "The file is no CSV, ODS or JSON, and no SKOS (Turtle, JSON-LD, RDF/XML).",
    )
