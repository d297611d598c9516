"""Which bundled agencies article 9(1) binds to keep an inventory, and where that comes from."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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


def _source(row: Mapping[str, str]) -> Sentence:
    return Sentence(row["kind_source_zh"], row["kind_source_en"])
