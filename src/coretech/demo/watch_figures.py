"""Made-up works, patents and trade for the watch: enough that a leader changes and the charts have something to show.

Nothing here is anybody's work, patent or trade; every file says so in its source.
"""

import csv
import gzip
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

FIRST, LAST = 2019, 2024
_YEARS = LAST - FIRST + 1
_INSTITUTES, _LANGUAGES, _TOP_CITED = 4, 3, 30
_GROWING = [FIRST + place for place in range(_YEARS) for _ in range(3 + place)]
"""Years, the later ones more often."""
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Field:
    """A technology's made-up works: the words that make them belong, and the most cited by country, then and now."""

    title: str
    before: Counts
    after: Counts


FIELDS = (
    Field(
        "Post-quantum cryptography on small devices",
        {"US": 34, "CN": 16, "DE": 8, "TW": 5},
        {"US": 18, "CN": 44, "DE": 8, "TW": 12},
    ),
    Field(
        "Quantum computing with superconducting qubits",
        {"US": 40, "CN": 22, "JP": 8, "TW": 3},
        {"US": 42, "CN": 24, "JP": 9, "TW": 4},
    ),
    Field(
        "Lithium-ion battery electrodes",
        {"CN": 46, "US": 18, "KR": 12, "TW": 4},
        {"CN": 56, "US": 17, "KR": 13, "TW": 4},
    ),
)
_LESS_CITED: Counts = {"US": 24, "CN": 30, "TW": 16, "JP": 8, "DE": 6}


def works(which: str) -> bytes:
    """A snapshot in OpenAlex's shape, gzipped: ``before`` or ``after`` the change."""
    lines = [json.dumps(each, ensure_ascii=False) for each in _works(which)]
    return gzip.compress("\n".join(lines).encode(), mtime=0)


def _works(which: str) -> Iterator[dict[str, object]]:
    number = 0
    for field in FIELDS:
        counts: Counts = getattr(field, which)
        for top, by_country in ((True, counts), (False, _LESS_CITED)):
            for country in (code for code, many in by_country.items() for _ in range(many)):
                number += 1
                yield _work(number, field.title, country, top=top)


def _work(number: int, title: str, country: str, *, top: bool) -> dict[str, object]:
    of = number % _INSTITUTES + 1
    key = f"I99{ord(country[0])}{ord(country[1])}{of}"
    institution = {"id": key, "display_name": f"{country} 示範大學 {of}"}
    return {
        "id": f"DEMO-{number}",
        "title": f"{title}（示範 {number}）",
        "publication_year": _GROWING[number % len(_GROWING)],
        "language": "en" if number % _LANGUAGES else "zh",
        "cited_by_count": (_TOP_CITED + number % 50) if top else number % 9,
        "citation_normalized_percentile": {"is_in_top_10_percent": top},
        "authorships": [
            {
                "author": {"id": f"DEMO-A{number}"},
                "countries": [country],
                "institutions": [{**institution, "country_code": country}],
            }
        ],
    }


def patents() -> bytes:
    """A table as Lens gives it: chips and qubits, by office and country of applicant."""
    heading = ("Lens ID", "Jurisdiction", "Application Date", "Applicant Country", "CPC Classifications")
    return _csv([heading, *_patents()])


def _patents() -> Iterator[Sequence[object]]:
    offices, lands = ("US", "CN", "TW", "EP", "WO"), ("US", "CN", "TW", "JP", "KR", "US;;TW", "")
    classes = ("H01L21/336", "H10B10/00;;H01L29/78", "G06N10/40", "G03F7/20", "H04L9/08")
    for number in range(600):
        place = number * number % 997
        year = FIRST - 4 + (number * 7 + place) % (_YEARS + 4)
        land, office = lands[place % len(lands)], offices[(place // 3) % len(offices)]
        yield f"DEMO-{number:04d}", office, f"{year}-06-30", land, classes[place % len(classes)]


def trade() -> bytes:
    """A table as Comtrade gives it: chips and the machines that make them, as Taiwan and the United States tell it."""
    return _csv([("refYear", "reporterISO", "partnerISO", "flowCode", "cmdCode", "primaryValue"), *_trade()])


def _trade() -> Iterator[Sequence[object]]:
    partners = {"CHN": 40, "HKG": 25, "USA": 12, "JPN": 10, "SGP": 9, "KOR": 7, "MYS": 5, "DEU": 2}
    for year in range(FIRST, LAST + 1):
        grown = 1 + (year - FIRST) * 0.12
        for code, size in (("8542", 1e9), ("848620", 2e8), ("8507", 1e8)):
            for partner, weight in partners.items():
                shifted = weight * (1.5 ** (year - FIRST) if partner == "USA" else 1)
                yield year, "TWN", partner, "X", code, round(size * grown * shifted)
                yield year, "TWN", partner, "M", code, round(size * grown * weight * 0.4)
            yield year, "USA", "TWN", "M", code, round(size * grown * 14)


def _csv(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
