"""Patents counted by office, country of applicant, class and year, from tables like those of PATSTAT or Lens.

Source of the headings: EPO, PATSTAT Global data catalogue (tables 201, 206, 209, 224); Lens.org, export of patents.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

import polars as pl

from coretech.kit.sentence import Sentence
from coretech.readers.counted.counting import Counted, laid_down
from coretech.readers.counted.headings import Headings
from coretech.readers.counted.problems import Problems
from coretech.readers.counted.years import year_of
from coretech.readers.texts.records import Row, Table
from coretech.readers.works.country_names import country_named

HEADINGS = Headings(
    {
        "id": ("appln id", "application id", "lens id", "application number", "publication number", "申請號", "id"),
        "office": ("appln auth", "jurisdiction", "publn auth", "office", "受理局", "專利局"),
        "year": (
            "appln filing year", "earliest filing year", "filing year", "application date", "publication year",
            "publn year", "publication date", "申請年", "year",
        ),
        "country": (
            "person ctry code", "applicant country", "applicant countries", "applicants countries", "ctry code",
            "申請人國別", "country",
        ),
        "class": (
            "cpc class symbol", "ipc class symbol", "cpc classifications", "ipcr classifications",
            "ipc classifications", "cpc", "ipc", "分類", "class",
        ),
    },
    ("id", "office"),
)  # fmt: skip
SCHEMA = pl.Schema(
    {"id": pl.String, "office": pl.String, "year": pl.Int16, "country": pl.String, "class": pl.String}
)
_PARTS = re.compile(r"[;；|]+")
_OFFICE = re.compile(r"[A-Z]{2}")
_CLASS = re.compile(r"[A-HY]\d{2}[A-Z]")
_CELLS = """
CREATE TEMP TABLE cells AS
WITH one AS (SELECT id, min(office) AS office, min(year) AS year FROM given GROUP BY id),
lands AS (SELECT DISTINCT id, country FROM given WHERE country IS NOT NULL),
kinds AS (SELECT DISTINCT id, class FROM given WHERE class IS NOT NULL)
SELECT id, office, country, class, year, 1.0::DOUBLE / count(*) OVER (PARTITION BY id) AS share
FROM one LEFT JOIN lands USING (id) LEFT JOIN kinds USING (id)
"""
_KEPT = """
SELECT dense_rank() OVER (ORDER BY id)::UINTEGER AS patent, office, country, class, year
FROM cells ORDER BY class, patent, country
"""
_COUNT = """
SELECT {by}, count(DISTINCT id) AS patents, round(fsum(share), 9) AS patents_fractional
FROM cells GROUP BY ALL ORDER BY ALL
"""
_COVERAGE = """
SELECT count(DISTINCT id) AS patents, count(DISTINCT id) FILTER (office IS NULL) AS without_office,
    count(DISTINCT id) FILTER (country IS NULL) AS without_country,
    count(DISTINCT id) FILTER (class IS NULL) AS without_class,
    count(DISTINCT id) FILTER (year IS NULL) AS without_year
FROM cells
"""


def patents_in(table: Table, latest_year: int, told: Mapping[str, str], keep: Path | None = None) -> Counted:
    """The patents of a table, counted; one that stands in many rows is one.

    With ``keep``, what was counted is written there as Parquet, for counting parts of it again: ``(patent, office,
    country, class, year)``, patents by numbers of their own, a row for each pair of a country and a class.

    Raises:
        Refused: (HTTP 422) where its columns cannot be told apart, or it cannot be read to its end.
    """
    columns = HEADINGS.found(table.columns, told)
    problems = Problems()
    rows = problems.none_of(table.rows(list(columns.values())))
    with laid_down(_entries(rows, list(columns), latest_year, problems), SCHEMA) as database:
        database.execute(_CELLS)
        tables = {
            "patents": database.sql(_COUNT.format(by="office, country, class, year")).pl(),
            "countries": database.sql(_COUNT.format(by="office, country, year")).pl(),
        }
        coverage = database.sql(_COVERAGE).pl().row(0, named=True)
        if keep is not None:
            database.sql(_KEPT).write_parquet(str(keep))
    return Counted(tables, columns, coverage, problems)


def _entries(
    rows: Iterable[Row], meanings: list[str], latest_year: int, problems: Problems
) -> Iterator[tuple[object, ...]]:
    """Each row as often as it names countries or classes; how they pair is left to the query."""
    for line, cells in rows:
        told = dict(zip(meanings, (each.strip() for each in cells), strict=True))
        if not (name := told["id"]):
            problems.add(line, Sentence("沒有識別碼，略過", "names no id; left out"))
            continue
        year = year_of(told.get("year", ""), latest_year)
        if year is None and told.get("year"):
            problems.add(line, _unknown(told["year"]))
        office = _office(line, told["office"], problems)
        countries = _each(line, told.get("country", ""), _country, problems)
        classes = _each(line, told.get("class", ""), _class, problems)
        for country, kind in zip_longest(countries, classes):
            yield name, office, year, country, kind


def _office(line: int, text: str, problems: Problems) -> str | None:
    if _OFFICE.fullmatch(text.upper()):
        return text.upper()
    problems.add(line, _unknown(text))
    return None


def _each(line: int, text: str, read: Callable[[str], str], problems: Problems) -> list[str | None]:
    """What the parts of a cell mean, each once; one that means nothing is a problem."""
    parts = [each for each in map(str.strip, _PARTS.split(text)) if each]
    found = dict.fromkeys(read(each) for each in parts)
    if "" in found:
        problems.add(line, _unknown(text))
    return [each for each in found if each] or [None]


def _unknown(text: str) -> Sentence:
    return Sentence(f"{text[:80]!r} 無法辨識，視為未填", f"{text[:80]!r} is not known, taken as not given")


@lru_cache(maxsize=4096)
def _country(text: str) -> str:
    return country_named(text)


@lru_cache(maxsize=65536)
def _class(text: str) -> str:
    """A class's first four characters, such as H01L: the subclass."""
    match = _CLASS.match(text.upper())
    return match[0] if match else ""
