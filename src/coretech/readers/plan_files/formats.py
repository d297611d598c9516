"""The formats a plan goes out in."""

import json
from collections.abc import Mapping
from enum import StrEnum

from coretech.kit.refusal import bad_input
from coretech.readers.plan_files import sheets, stratml
from coretech.readers.plan_files.contract import as_json
from coretech.readers.plan_files.putting_together import said_by
from coretech.readers.plan_files.rows import PlanRows


class Format(StrEnum):
    """How a plan is written."""

    JSON = "json"
    ODS = "ods"
    CSV = "csv"
    STRATML = "stratml"


MEDIA_TYPES: Mapping[Format, str] = {
    Format.JSON: "application/json",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Format.CSV: "text/csv; charset=utf-8",
    Format.STRATML: stratml.MEDIA_TYPE,
}
_MAIN = {"programme": "work_items", "plan": "elements", "annual": "elements"}


def write(rows: PlanRows, form: Format, slug: str, source: str, table: str = "") -> bytes:
    """The plan as a file; CSV holds one table; where none is named the main one, or the first the plan has.

    Raises:
        Refused: (HTTP 422) for a table the plan does not have.
    """
    if form is Format.JSON:
        return f"{json.dumps(as_json(said_by(rows)), ensure_ascii=False, indent=1)}\n".encode()
    if form is Format.ODS:
        return sheets.write_ods(rows)
    if form is Format.STRATML:
        return stratml.write_stratml(rows, slug, source)
    return _csv(rows, table)


def _csv(rows: PlanRows, table: str) -> bytes:
    names = [sheet.name for sheet in sheets.sheets_of(rows)]
    main = _MAIN[rows.kind] if _MAIN[rows.kind] in names else "".join(names[:1])
    made = sheets.write_csv_of(rows, table or main)
    if made is None:
        told = ", ".join(names)
        raise bad_input(
            "table",
            f"這個計畫沒有「{table}」這張表；可選 {told}。",
            f"The plan has no table “{table}”; choose one of {told}.",
        )
    return made
