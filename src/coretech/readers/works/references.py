"""Lists of references as databases export them: BibTeX, RIS, and the CSV of Scopus, Web of Science and Lens."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import rispy
from bibtexparser.entrypoint import parse_string

from coretech.readers.works.careful import Json
from coretech.readers.works.country_names import countries_in

_SPLIT = re.compile(r"\s*[;；]\s*")
_YEAR = re.compile(r"\d{4}")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "eid", "ut", "ut (unique wos id)", "lens id", "key"),
    "doi": ("doi", "di"),
    "title": ("title", "article title", "ti", "document title"),
    "year": ("year", "publication year", "py", "publication_year"),
    "cited": (
        "cited by",
        "times cited, all databases",
        "times cited, wos core",
        "tc",
        "citing works count",
        "cited_by_count",
    ),
    "keywords": ("keywords", "author keywords", "de"),
    "abstract": ("abstract", "ab"),
    "affiliations": ("affiliations", "addresses", "c1", "country", "countries"),
    "language": ("language", "language of original document", "la"),
}
"""The headings the databases give their columns, in small letters."""


def works_in_csv(path: Path) -> Iterator[tuple[int, Json]]:
    """Each row with its line.

    Raises:
        ValueError: where no column is named as one of ours.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        names = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
        columns = {
            ours: next((names[each] for each in theirs if each in names), None)
            for ours, theirs in _COLUMNS.items()
        }
        if columns["title"] is None:
            raise ValueError("title")
        for row in rows:
            yield rows.line_num, _work({ours: row.get(name) or "" for ours, name in columns.items() if name})


def works_in_bibtex(path: Path) -> Iterator[tuple[int, Json]]:
    """Each entry with its line."""
    for entry in parse_string(path.read_text(encoding="utf-8-sig")).entries:
        fields = {each.key.lower(): re.sub(r"[{}]", "", str(each.value)) for each in entry.fields}
        told = {
            "id": entry.key,
            "affiliations": fields.get("affiliation", fields.get("address", "")),
            "cited": fields.get("times-cited", ""),
        }
        yield (entry.start_line or 0) + 1, _work({**fields, **told})


def works_in_ris(path: Path) -> Iterator[tuple[int, Json]]:
    """Each entry with its place among them."""
    with path.open(encoding="utf-8-sig") as file:
        for number, entry in enumerate(rispy.load(file), start=1):
            yield (
                number,
                _work(
                    {
                        "id": str(entry.get("id") or entry.get("accession_number") or ""),
                        "doi": str(entry.get("doi") or ""),
                        "title": str(entry.get("title") or entry.get("primary_title") or ""),
                        "year": str(entry.get("year") or entry.get("publication_year") or ""),
                        "keywords": ";".join(entry.get("keywords") or ()),
                        "abstract": str(entry.get("abstract") or ""),
                        "affiliations": _joined(entry.get("author_address") or ()),
                        "language": str(entry.get("language") or ""),
                    }
                ),
            )


def _joined(value: str | Iterable[str]) -> str:
    return value if isinstance(value, str) else ";".join(value)


def _work(told: Mapping[str, str]) -> Json:
    """A reference in OpenAlex's shape; its id is the database's, else its DOI, else its title."""
    doi, title, year = told.get("doi", ""), told.get("title", ""), _YEAR.search(told.get("year", ""))
    return {
        "id": told.get("id") or doi or title,
        "doi": doi or None,
        "title": title,
        "publication_year": year and int(year[0]),
        "cited_by_count": told.get("cited") or None,
        "language": told.get("language") or None,
        "keywords": [{"display_name": each} for each in _SPLIT.split(told.get("keywords", "")) if each],
        "authorships": [{"countries": [each]} for each in countries_in(told.get("affiliations", ""))],
        "abstract_inverted_index": _inverted(told.get("abstract", "")),
    }


def _inverted(text: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(text.split()):
        places.setdefault(word, []).append(place)
    return places
