"""A crosswalk as a file: SSSOM, SKOS as Turtle and JSON-LD, CSV."""

import csv
import datetime as dt
import io
from enum import StrEnum
from importlib.metadata import version

from django.conf import settings

from coretech.apps.lists.mappings import between
from coretech.apps.lists.relations import JUDGED
from coretech.apps.lists.sides import Side
from coretech.apps.lists.sssom import Line, MappingSet
from coretech.apps.lists.sssom import write as write_sssom


class Format(StrEnum):
    """What a crosswalk can be had as."""

    SSSOM = "sssom"
    TTL = "ttl"
    JSONLD = "jsonld"
    CSV = "csv"


MEDIA_TYPES = {
    Format.SSSOM: "text/tab-separated-values; charset=utf-8",
    Format.TTL: "text/turtle; charset=utf-8",
    Format.JSONLD: "application/ld+json; charset=utf-8",
    Format.CSV: "text/csv; charset=utf-8",
}
ENDINGS = {Format.SSSOM: "sssom.tsv", Format.TTL: "ttl", Format.JSONLD: "jsonld", Format.CSV: "csv"}


def mapping_set(left: Side, right: Side, day: dt.date, *, named: bool = False) -> MappingSet:
    """All mappings between two sides, in the order of the left; ``named`` names those who judged."""
    place = {each.key: at for at, each in enumerate(left.entries)}
    lines = [
        Line(each, left.by_key[one], right.by_key[other])
        for (one, other), each in between(left, right).items()
    ]
    lines.sort(key=lambda line: (place[line.left.key], line.mapping.mapping.pk))
    base = str(settings.CORETECH_ADDRESS).rstrip("/")
    return MappingSet(left, right, lines, base, version("coretech"), day, named)


def write(found: MappingSet, form: Format) -> bytes:
    """The file in a format; the same mappings give the same bytes on the same day."""
    if form is Format.SSSOM:
        return write_sssom(found)
    if form is Format.CSV:
        return _csv(found)
    from coretech.apps.lists import mapping_graph  # noqa: PLC0415 - the graph's library is slow to start

    return mapping_graph.turtle(found) if form is Format.TTL else mapping_graph.jsonld(found)


def name_of(found: MappingSet, form: Format) -> str:
    """Under which name the file is saved."""
    return f"crosswalk-{found.left.code}-{found.right.code}.{ENDINGS[form]}"


def _csv(found: MappingSet) -> bytes:
    """A table for spreadsheets, with the mark that lets them read Chinese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        ["left", "left_zh", "left_en", "relation", "right", "right_zh", "right_en", "state", "score", "why"]
    )
    for line in found.lines:
        each = line.mapping
        why = each.judgement.why if each.judgement else ""
        ends = [(end.code, end.name.zh, end.name.en) for end in (line.left, line.right)]
        score = "" if each.mapping.score is None else f"{each.mapping.score:.4f}"
        writer.writerow([*ends[0], each.relation, *ends[1], JUDGED[each.state].en, score, why])
    return "﻿".encode() + out.getvalue().encode()
