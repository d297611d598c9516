"""Writing candidates as the table that `rows.read_cases` reads back without loss."""

from collections.abc import Iterable

from coretech.readers.portfolio_cases.columns import COLUMNS, heading
from coretech.readers.portfolio_cases.rows import CaseRow
from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods
from coretech.readers.seats.write import Format

_TABLE = "cases"


def write_cases(rows: Iterable[CaseRow], form: Format) -> bytes:
    """The rows as a file."""
    lines = [[heading(name) for name in COLUMNS], *(_cells(row) for row in rows)]
    return write_csv(lines) if form is Format.CSV else write_ods(lines, _TABLE)


def _cells(row: CaseRow) -> list[str]:
    told: dict[str, str] = {
        "agency": row.agency,
        "kind": row.kind,
        "item": "" if row.item is None else str(row.item),
        "aspect": row.aspect,
        "ground": row.ground,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "sector": row.sector,
        "authority": row.authority,
        "why": row.why,
        "case": "yes" if row.case else "",
        "harms": ",".join(row.harms),
        "limbs": ",".join(str(limb) for limb in row.limbs),
        **row.parts,
    }
    return [told.get(name, "") for name in COLUMNS]
