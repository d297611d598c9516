"""``coretech supply``: critical supplies: list, show, template, import, export, watch."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.supplies.access import allow_filing
from coretech.apps.supplies.comparing import compared
from coretech.apps.supplies.exporting import Format, rows_for, write_rows
from coretech.apps.supplies.keeping_watch import keep_watch
from coretech.apps.supplies.operations import file_returns as filing
from coretech.apps.supplies.operations.watch_supplies import watch_supplies
from coretech.apps.supplies.queries import commodities, commodity_of
from coretech.apps.supplies.reading import GivenFile
from coretech.apps.supplies.sheets import sheet_for
from coretech.apps.supplies.state import state_of, states_of
from coretech.apps.supplies.taking import faults_said
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.handing import put
from coretech.cli.installation.plans.supply_told import (
    explained,
    faulty,
    read_told,
    standing_data,
    standing_row,
)
from coretech.cli.installation.told import Told, act_told, table
from coretech.cli.plan_read import File, bytes_in
from coretech.readers.seats.write import Format as SheetFormat

app = group("關鍵物資：存量天數、申報、示警", "critical supplies: days of cover, returns, alerts")

Slug = Annotated[
    str,
    typer.Argument(metavar="COMMODITY", help="物資代碼（見 supply list） / the commodity, see supply list"),
]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="存到檔案 / the file to write")]


@reads(app, "list")
def list_supplies(by: Acting) -> Told:
    """列出物資、存量天數與標準 / Every commodity with its days of cover and its standard."""
    states = states_of(commodities(by), by.today)
    data = [standing_data(each) for each in states]
    return Told(data, lambda language: table([standing_row(each, language) for each in states]))


@reads(app, "show")
def show(by: Acting, commodity: Slug) -> Told:
    """一項物資的存量天數與算式 / A commodity's days of cover, with the formula and its figures."""
    state = state_of(commodity_of(by, commodity), by.today)
    return Told(standing_data(state), lambda language: explained(state, language))


@reads(app, "template")
def template(
    by: Acting,
    commodity: Slug,
    out: Out,
    *,
    form: Annotated[SheetFormat, typer.Option("--format", help="格式 / the format")] = SheetFormat.ODS,
) -> Told:
    """填報表，附上期數字 / A sheet to fill, with the last figures beside."""
    found = commodity_of(by, commodity)
    allow_filing(by, found)
    return put(out, sheet_for(found, by.today, form))


@writes(app, "import")
def import_file(
    by: Acting,
    file: File,
    *,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YYYY", help="檔案是哪一年的 / the year the file is of")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="登錄 / record it")] = False,
) -> Act | Told:
    """以檔案申報；列出所有錯誤，加 --yes 才登錄 / Show what a file says and every error; --yes records it."""
    found = filing.read(by, GivenFile(file.name, bytes_in(file), year))
    if found.faults:
        said = faults_said(found.faults)
        return Told({"faults": said}, lambda language: faulty(said, language), failed=True)
    would = compared(found.rows)
    if not (yes and would.rows):
        return read_told(would)
    act = filing.file_returns(by, found, would.digest)
    keep_watch(by, "after an intake")
    return act_told(act, more={"rows": len(would.rows), "restating": would.restating})


@reads(app, "export")
def export(
    by: Acting,
    commodity: Slug,
    form: Annotated[Format, typer.Option("--format", help="格式 / the format")],
    out: Out,
) -> Told:
    """匯出一項物資的數字（CSV、ODS、JSON） / A commodity's figures as CSV, ODS or JSON."""
    state = state_of(commodity_of(by, commodity), by.today)
    return put(out, write_rows(rows_for(by, state), form))


@writes(app, "watch")
def watch(by: Acting) -> Act:
    """檢視示警：依規則開啟或解除 / Open and close alerts by rule, as the nightly job does."""
    return watch_supplies(by)
