"""Which bundled agencies article 9(1) binds to keep an inventory, and where that comes from."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from coretech.apps.people.models import Agency
from coretech.kit.sentence import Sentence
from coretech.law.terms import BodyKind


@dataclass(frozen=True, slots=True)
class BundledKind:
    """The kind of an agency; ``source`` names a document, or says that it is our judgement."""

    kind: BodyKind
    source: Sentence


@cache
def bundled_kinds() -> Mapping[str, BundledKind]:
    """The kinds that travel with the package, by the agency's code."""
    text = (files("coretech.data") / "agencies.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["code"]: BundledKind(BodyKind(row["kind"]), _source(row)) for row in rows}


def source_of_kind(agency: Agency) -> Sentence | None:
    """Where an agency's kind comes from: what an office named, else the bundled fact; None where nothing is told."""
    if agency.kind_source:
        return Sentence(agency.kind_source, agency.kind_source)
    bundled = bundled_kinds().get(agency.code)
    return None if bundled is None else bundled.source


def _source(row: Mapping[str, str]) -> Sentence:
    return Sentence(row["kind_source_zh"], row["kind_source_en"])
