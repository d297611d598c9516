"""The scan log as a file: CSV or ODS, a line an entry."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from coretech.apps.watch.models import ScanEntry
from coretech.apps.watch.scanning.scans import ORIGINS, REGIONS, Look
from coretech.kit.refusal import not_found
from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods

COLUMNS = (
    *("looked_on", "who_zh", "who_en", "what_zh", "what_en", "region", "origin"),
    *("sources", "nothing_found", "found_zh", "found_en", "links"),
)
NAME = "scan-log"


class Format(StrEnum):
    """How the log is written."""

    CSV = "csv"
    ODS = "ods"


MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
}


def format_of(name: str) -> Format:
    """The format of a name (HTTP 404 where there is none)."""
    if name not in set(Format):
        raise not_found("掃描紀錄只有CSV與ODS格式。", "The scan log comes as csv or ods.")
    return Format(name)


def written(looks: Iterable[Look], form: Format) -> bytes:
    """The entries as a file, their heading first."""
    lines = [list(COLUMNS), *_lines(looks)]
    return write_csv(lines) if form is Format.CSV else write_ods(lines, NAME)


def _lines(looks: Iterable[Look]) -> Iterator[list[str]]:
    for each in looks:
        region = REGIONS[ScanEntry.Region(each.region)].zh if each.region else ""
        yield [
            each.looked_on.isoformat(),
            each.who.zh,
            each.who.en,
            each.what.zh,
            each.what.en,
            region,
            ORIGINS[each.origin].zh,
            each.sources.zh,
            "" if each.found else "yes",
            "" if each.found is None else each.found.zh,
            "" if each.found is None else each.found.en,
            " ".join(each.links),
        ]
