"""A crosswalk as SSSOM/TSV 1.0 (mapping-commons.github.io/sssom): metadata as comments, then a line a mapping."""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from coretech.apps.lists.mappings import Judged
from coretech.apps.lists.relations import JUDGED, Judgement
from coretech.apps.lists.sides import Entry, Side
from coretech.kit.clock import TAIPEI

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LEXICAL, MANUAL = "semapv:LexicalMatching", "semapv:ManualMappingCuration"
NOT = "Not"
COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_label",
    "mapping_date",
    "confidence",
    "match_string",
    "similarity_score",
    "comment",
)
_SURE = 1.0
_UNSURE = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """A mapping with the entries at its ends."""

    mapping: Judged
    left: Entry
    right: Entry


@dataclass(frozen=True, slots=True)
class MappingSet:
    """What a file tells: two sides, their mappings, where the installation stands, by which version it was made.

    ``named`` tells whether those who judged are named, which is for those who judge themselves.
    """

    left: Side
    right: Side
    lines: Sequence[Line]
    base: str
    tool_version: str
    day: dt.date
    named: bool = False

    @property
    def address(self) -> str:
        """Where the crosswalk of the two stands."""
        return f"{self.base}/crosswalk/{self.left.code}/{self.right.code}/"


def write(found: MappingSet) -> bytes:
    """The file: UTF-8 without a mark, lines ended as the standard asks, columns that are empty throughout left out."""
    out = io.StringIO()
    for line in _header(found):
        out.write(f"#{line}\n")
    rows = [_row(found, each) for each in found.lines]
    columns = [name for name in COLUMNS if any(row[name] for row in rows)] or list(COLUMNS[:7])
    writer = csv.DictWriter(out, columns, extrasaction="ignore", delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _header(found: MappingSet) -> Iterator[str]:
    """The metadata as YAML: a text in quotes is the same in JSON."""
    yield "curie_map:"
    for prefix, side in (("left", found.left), ("right", found.right)):
        yield f"  {prefix}: {_quoted(_items_at(found.base, side))}"
    told = {
        "mapping_set_id": found.address,
        "mapping_set_title": f"{found.left.title.en} – {found.right.title.en}",
        "license": LICENCE,
        "subject_source": "left:",
        "subject_source_version": found.left.dated,
        "object_source": "right:",
        "object_source_version": found.right.dated,
        "mapping_tool": "coretech",
        "mapping_tool_version": found.tool_version,
        "publication_date": found.day.isoformat(),
    }
    for name, value in told.items():
        if value:
            yield f"{name}: {_quoted(value)}"


def _row(found: MappingSet, line: Line) -> Mapping[str, str]:
    each = line.mapping
    judgement = each.judgement
    by = judgement.by if judgement and found.named else None
    return {
        "subject_id": f"left:{_local(found.left, line.left)}",
        "subject_label": line.left.name.en,
        "predicate_id": f"skos:{each.relation}",
        "predicate_modifier": NOT if each.state == Judgement.REJECTED else "",
        "object_id": f"right:{_local(found.right, line.right)}",
        "object_label": line.right.name.en,
        "mapping_justification": MANUAL if judgement or each.mapping.score is None else LEXICAL,
        "author_label": by.name_en if by else "",
        "mapping_date": each.at.astimezone(TAIPEI).date().isoformat(),
        "confidence": _confidence(each),
        "similarity_score": "" if each.mapping.score is None else f"{each.mapping.score:.4f}",
        "match_string": "|".join(dict.fromkeys(term.replace("|", "/") for term in _terms(each))),
        "comment": _comment(each),
    }


def _confidence(each: Judged) -> str:
    """What a person judged is sure or half sure; a proposal is as sure as the matcher."""
    if each.judgement is None:
        return "" if each.mapping.score is None else f"{each.mapping.score:.4f}"
    return f"{_UNSURE if each.state == Judgement.UNSURE else _SURE:.1f}"


def _terms(each: Judged) -> Iterable[str]:
    return (str(left) for left, *_ in each.mapping.why.get("terms", ()))


def _comment(each: Judged) -> str:
    why = each.judgement.why if each.judgement else str(each.mapping.why.get("words", ""))
    return "; ".join(filter(None, (JUDGED[each.state].en, why)))


def _items_at(base: str, side: Side) -> str:
    return f"{base}{side.address}" if side.is_register else f"{base}{side.address}items/"


def _local(side: Side, entry: Entry) -> str:
    """The part of an entry's address behind the prefix."""
    return entry.code if side.is_register else quote(entry.code, safe="")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
