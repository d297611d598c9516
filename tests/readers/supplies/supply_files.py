"""What the tests of supply returns are read against, and files made of rows."""

import calendar
import csv
import datetime as dt
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from coretech.kit.sentence import Sentence
from coretech.readers.register_files.ods_package import packed
from coretech.readers.register_files.ods_tables import content_xml
from coretech.readers.seats.ods import write_ods
from coretech.readers.supplies import Expecting, RowError, SupplyRow, Wanted, read_returns

TODAY = dt.date(2026, 3, 1)
NAMES = ("commodity", "unit", "period_start", "period_end", "imports", "stock")
TONNES = {"公斤": Decimal("0.001"), "公噸": Decimal(1)}


def is_month(start: dt.date, end: dt.date) -> bool:
    """Whether two days are the ends of a month."""
    last = calendar.monthrange(start.year, start.month)[1]
    return (start.day, end) == (1, start.replace(day=last))


def convert(value: Decimal, given: str, wanted: str) -> Decimal | Sentence:
    """Kilograms into tonnes, and nothing else."""
    known = given in TONNES and wanted in TONNES
    return value * TONNES[given] / TONNES[wanted] if known else Sentence("無法換算", "it does not convert")


COAL = Wanted("coal", Sentence("煤炭", "coal"), "公噸", Sentence("每月", "monthly"), is_month)
SOY = Wanted("soy", Sentence("黃豆", "soybeans"), "公噸", Sentence("每月", "monthly"), is_month)
EXPECTING = Expecting((COAL, SOY), TODAY)
OF_2025 = replace(EXPECTING, year=2025, convert=convert)

Row = Sequence[str]


def row(**cells: str) -> list[str]:
    """A good row of coal in January 2025, but for the cells given."""
    good = {
        "commodity": "coal",
        "unit": "公噸",
        "period_start": "2025-01-01",
        "period_end": "2025-01-31",
        "imports": "20",
        "stock": "30",
    }
    return [{**good, **cells}[name] for name in NAMES]


def as_csv(*rows: Row, names: Row = NAMES) -> bytes:
    """A CSV of these rows beneath the headings."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([names, *rows])
    return text.getvalue().encode()


def as_ods(*rows: Row, names: Row = NAMES) -> bytes:
    """An ODS of these rows beneath the headings, every cell text."""
    return write_ods([names, *rows], "returns")


def as_json(*rows: Row) -> bytes:
    """A JSON array of these rows."""
    return json.dumps([dict(zip(NAMES, each, strict=True)) for each in rows]).encode()


def as_json_lines(*rows: Row) -> bytes:
    """JSON Lines of these rows."""
    told: list[Mapping[str, str]] = [dict(zip(NAMES, each, strict=True)) for each in rows]
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in told).encode()


def ods_of_cells(cells: str) -> bytes:
    """An ODS whose second row is given as XML."""
    heads = "".join(f"<table:table-cell><text:p>{name}</text:p></table:table-cell>" for name in NAMES)
    rows = f"<table:table-row>{heads}</table:table-row>{cells}"
    return packed(content_xml([f'<table:table table:name="a">{rows}</table:table>']))


def read(raw: bytes, expecting: Expecting = EXPECTING) -> tuple[list[SupplyRow], list[RowError]]:
    """The rows and the errors of a file."""
    found = list(read_returns(raw, expecting))
    rows = [each for each in found if isinstance(each, SupplyRow)]
    return rows, [each for each in found if isinstance(each, RowError)]
