"""A commodity's figures as a file: CSV, ODS or JSON; inside by reporter, for the public added up by period."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from coretech.apps.audit.acting import Acting
from coretech.apps.supplies.access import reads_within
from coretech.apps.supplies.models import Commodity, SupplyReturn
from coretech.apps.supplies.state import State
from coretech.engines.supplies.figures import FIGURES, Figure
from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods

_TABLE = "returns"


class Format(StrEnum):
    """How the figures are written."""

    CSV = "csv"
    ODS = "ods"
    JSON = "json"


MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Format.JSON: "application/json",
}

Row = dict[str, object]


def rows_for(by: Acting, state: State) -> list[Row]:
    """The rows somebody may have, as their names in code; a figure is text, so that no digit is lost."""
    commodity = state.commodity
    if reads_within(by):
        return list(_by_reporter(commodity))
    return [
        {
            **_head(commodity),
            "period_start": each.told.period_start.isoformat(),
            "period_end": each.told.period_end.isoformat(),
            **{figure.value: said(each.told.figure(figure)) for figure in Figure},
            "demonstration": each.demonstration,
        }
        for each in state.series
        if each.complete
    ]


def write_rows(rows: Sequence[Row], form: Format) -> bytes:
    """The rows as a file."""
    if form is Format.JSON:
        return json.dumps(list(rows), ensure_ascii=False, indent=1).encode()
    names = list(rows[0]) if rows else ["commodity"]
    lines = [names, *([_cell(row[name]) for name in names] for row in rows)]
    return write_csv(lines) if form is Format.CSV else write_ods(lines, _TABLE)


def said(value: Decimal | None) -> str | None:
    """A figure without noughts at its end."""
    return None if value is None else f"{value.normalize():f}"


def _head(commodity: Commodity) -> Row:
    return {"commodity": commodity.slug, "unit": commodity.unit}


def _by_reporter(commodity: Commodity) -> Iterator[Row]:
    """Every return that stands, with its origins, and whether it restates another."""
    rows = SupplyReturn.objects.filter(commodity=commodity, restated_by=None)
    for each in rows.select_related("reporter", "batch").prefetch_related("origins").order_by("end", "pk"):
        yield {
            **_head(commodity),
            "period_start": each.start.isoformat(),
            "period_end": each.end.isoformat(),
            "reporter": "" if each.reporter is None else each.reporter.code,
            **{name: said(getattr(each, name)) for name in FIGURES},
            "origins": "；".join(f"{one.origin}:{said(one.quantity)}" for one in each.origins.all()),
            "note": each.note,
            "restates": each.restates_id is not None,
            "batch": each.batch_id,
            "line": each.line,
            "demonstration": each.batch.demonstration,
        }


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)
