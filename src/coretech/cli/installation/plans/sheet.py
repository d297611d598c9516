"""``coretech sheet``: an agency's sheet: list, show, take the offline file and bring it back, submit, sign, check."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.reports.cycle.periods import name_of
from coretech.apps.reports.models import Sheet
from coretech.apps.reports.operations import (
    check_sheet,
    return_sheet,
    sign_sheet,
    submit_sheet,
    take_in_sheet,
)
from coretech.apps.reports.sheets.access import find_sheet, is_own, own_sheets, require_sheet_reader
from coretech.apps.reports.sheets.completeness import completeness
from coretech.apps.reports.sheets.drafts import drafts_of
from coretech.apps.reports.sheets.file import Foreseen, file_of, foresee
from coretech.apps.reports.sheets.parts import parts_of
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.handing import put
from coretech.cli.installation.options import Why
from coretech.cli.installation.told import Told, act_told, table
from coretech.cli.plan_read import bytes_in
from coretech.kit.sentence import Sentence

app = group(
    "計畫執行情形填報表：離線填寫、送核、核章、檢核", "sheets of plans: fill in offline, submit, sign, check"
)

SheetId = Annotated[int, typer.Argument(metavar="SHEET", help="填報表編號（見 sheet list） / see sheet list")]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="存到哪個檔案 / the file to write")]
_NOT_WRITTEN = Sentence("尚未寫入；確認無誤後加上 --yes。", "Nothing is written yet; --yes takes it in.")


@reads(app, "list")
def list_sheets(by: Acting) -> Told:
    """列出本機關的填報表 / The sheets of one's agencies."""
    require_sheet_reader(by)
    rows = list(own_sheets(by))
    return Told(
        [_data(each) for each in rows],
        lambda _: table([tuple(str(value) for value in _data(each).values()) for each in rows]),
    )


@reads(app, "show")
def show_sheet(by: Acting, sheet: SheetId) -> Told:
    """一份填報表：各項措施填到哪裡 / One sheet: how far each measure is."""
    found = find_sheet(by, sheet)
    parts = parts_of(found) if is_own(by, found) else ()
    complete = completeness(parts, drafts_of(found, parts))
    measures = [
        {
            "key": part.key,
            "title": part.element.title,
            "ready": complete[part.key].is_ready,
            "missing": [each.sentence.as_dict() for each in complete[part.key].missing],
            "without_actual": [each.key for each in complete[part.key].lacking],
        }
        for part in parts
    ]
    return Told(
        {**_data(found), "measures": measures},
        lambda language: [
            found.state,
            *(
                f"{part.element.title or part.key}: "
                + ("; ".join(each.sentence.say(language) for each in complete[part.key].missing) or "ok")
                for part in parts
            ),
        ],
    )


@reads(app, "export")
def export(by: Acting, sheet: SheetId, *, out: Out) -> Told:
    """下載離線填報檔（ODS） / Write the file to fill in offline."""
    content = file_of(by, find_sheet(by, sheet))
    return put(out, content)


@writes(app, "import")
def take_in(
    by: Acting,
    sheet: SheetId,
    file: Annotated[
        Path, typer.Argument(metavar="FILE.ods", help="填好的ODS填報表 / the sheet as an ODS file, filled in")
    ],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="寫入 / take it in")] = False,
) -> Told:
    """讀回離線填報檔；先列出差異，加 --yes 才寫入 / Show what a filled file would change; --yes takes it in."""
    raw = bytes_in(file)
    seen = foresee(by, find_sheet(by, sheet), raw)
    if not yes or seen.faults or not seen.changes:
        return _told(seen)
    act = take_in_sheet.take_in_sheet(by, sheet, raw, seen.digest)
    return act_told(act, more={"changes": len(seen.changes)})


@writes(app, "submit")
def submit(by: Acting, sheet: SheetId) -> Act:
    """送機關核章 / Submit the sheet to the agency's head."""
    find_sheet(by, sheet)
    return submit_sheet.submit_sheet(by, sheet)


@writes(app, "sign")
def sign(by: Acting, sheet: SheetId) -> Act:
    """機關核章，送管考機關 / Sign for the agency."""
    find_sheet(by, sheet)
    return sign_sheet.sign_sheet(by, sheet)


@writes(app, "check")
def check(
    by: Acting, sheet: SheetId, *, note: Annotated[str, typer.Option(help="附註 / a note")] = ""
) -> Act:
    """管考檢核後接受 / Check the sheet and accept it."""
    find_sheet(by, sheet)
    return check_sheet.check_sheet(by, sheet, note)


@writes(app, "return")
def send_back(
    by: Acting,
    sheet: SheetId,
    *,
    why: Why,
    measure: Annotated[str, typer.Option(help="應補正的措施代號 / the measure it is about")] = "",
) -> Act:
    """退回補正 / Return the sheet with a reason."""
    find_sheet(by, sheet)
    return return_sheet.return_sheet(by, sheet, {measure: why} if measure else {}, "" if measure else why)


def _told(seen: Foreseen) -> Told:
    data = {
        "changes": [
            {
                "measure": each.part.key,
                "what": each.what.as_dict(),
                "row": each.row,
                "before": each.before,
                "after": each.after,
            }
            for each in seen.changes
        ],
        "faults": [each.told.as_dict() for each in seen.faults],
        "moved": seen.moved,
    }

    def lines(language: str) -> list[str]:
        changed = [
            f"{each.part.key} {each.what.say(language)} {each.row}: {each.before} → {each.after}"
            for each in seen.changes
        ]
        return [*changed, *(each.told.say(language) for each in seen.faults)]

    return Told(data, lines, None if seen.faults else _NOT_WRITTEN, failed=bool(seen.faults))


def _data(sheet: Sheet) -> dict[str, object]:
    period = sheet.period
    return {
        "id": sheet.pk,
        "plan": period.plan.slug,
        "period": name_of(period.year, period.quarter),
        "agency": sheet.agency.code,
        "state": sheet.state,
        "due_on": period.due_on.isoformat(),
    }
