"""``coretech body export`` and ``import``: a board as CSV or ODS."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.difference import KINDS, Kind
from coretech.apps.bodies.exchange import rows_of
from coretech.apps.bodies.finding import find_body
from coretech.apps.bodies.importing import Imported
from coretech.apps.bodies.operations import import_board
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.people.body_options import BodyId
from coretech.cli.installation.told import Told, act_told
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.seats.write import Format, write_board

File = Annotated[Path, typer.Argument(metavar="FILE", help="檔案，.csv 或 .ods / a .csv or .ods file")]
_NOT_WRITTEN = Sentence(
    "尚未寫入；確認無誤後加上 --yes 再執行一次。",
    "Nothing is written yet; run it again with --yes to take it over.",
)
_TO_CORRECT = Sentence("請先更正檔案；沒有寫入。", "Correct the file first; nothing was written.")


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``."""
    reads(app, "export")(export_record)
    writes(app, "import")(import_file)


def export_record(by: Acting, body: BodyId, file: File) -> Told:
    """匯出全部席位與聘任紀錄 / Write the whole record as CSV or ODS, by the file's ending."""
    found = find_body(by, body)
    ending = file.suffix.removeprefix(".").lower()
    if ending not in set(Format):
        raise bad_input("file", "檔名應以 .csv 或 .ods 結尾。", "The file's name ends in .csv or .ods.")
    rows = rows_of(found)
    try:
        file.write_bytes(write_board(rows, Format(ending)))
    except OSError as error:
        raise _unusable(file, error) from None
    done = Sentence(f"已匯出{len(rows)}列至 {file}", f"{len(rows)} rows written to {file}")
    return Told({"rows": len(rows), "file": str(file)}, lambda language: [done.say(language)])


def import_file(
    by: Acting,
    body: BodyId,
    file: File,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="寫入 / take it over")] = False,
) -> Told:
    """匯入席位與聘任；先列出差異，加 --yes 才寫入 / Show what a file would change; --yes takes it over."""
    raw = _read(file)
    imported = import_board.foresee(by, body, raw)
    if imported.findings or not imported.difference.writes or not yes:
        return _told(imported)
    act = import_board.import_board(by, body, raw, imported.difference.digest)
    return act_told(act, more={"counts": dict(imported.difference.counts)})


def _told(imported: Imported) -> Told:
    found = imported.difference
    data = {
        "counts": dict(found.counts),
        "findings": [finding.told.as_dict() for finding in imported.findings],
    }

    def lines(language: str) -> Iterable[str]:
        for finding in imported.findings:
            yield finding.told.say(language)
        for change in found.changes:
            row, what = change.row, KINDS[change.kind].say(language)
            at = "-" if change.kind is Kind.GONE else str(row.line)
            yield f"{at}  {what}  {row.seat}  {row.name_zh}".rstrip()
        yield Sentence(f"相同：{found.unchanged}", f"unchanged: {found.unchanged}").say(language)

    note = _TO_CORRECT if imported.findings else _NOT_WRITTEN if found.writes else None
    return Told(data, lines, note, failed=bool(imported.findings))


def _read(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == Path("-") else file.read_bytes()
    except OSError as error:
        raise _unusable(file, error) from None


def _unusable(file: Path, error: OSError) -> Refused:
    reason = error.strerror or str(error)
    return bad_input("file", f"{file}：無法開啟（{reason}）。", f"{file}: it cannot be opened ({reason}).")
