"""``coretech account import`` and ``sample``: many accounts and their postings from one file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.people.importing import KINDS, Imported
from coretech.apps.people.operations import import_accounts
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.people.body_files import File
from coretech.cli.installation.told import Told, act_told
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.accounts.write import SAMPLE, write_accounts
from coretech.readers.seats.write import Format

_NOT_WRITTEN = Sentence(
    "尚未寫入，也沒有寄信；確認無誤後加上 --yes 再執行一次。",
    "Nothing is written and no mail was sent; run it again with --yes to take it over.",
)
_TO_CORRECT = Sentence("請先更正檔案；沒有寫入。", "Correct the file first; nothing was written.")


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``."""
    writes(app, "import")(import_file)
    reads(app, "sample")(write_sample)


def import_file(
    by: Acting,
    file: File,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="寫入 / take it over")] = False,
) -> Told:
    """由檔案開立帳號並登錄職務；先列出內容，加 --yes 才寫入 / Show what a file would open; --yes takes it over."""
    raw = _read(file)
    imported = import_accounts.foresee(by, raw)
    if imported.findings or not imported.changes or not yes:
        return _told(imported)
    act = import_accounts.import_accounts(by, raw, imported.digest)
    return act_told(act, more={"counts": dict(imported.counts)})


def write_sample(_by: Acting, file: File) -> Told:
    """寫出範例檔案 / Write a sample with two invented people, as .csv or .ods."""
    ending = file.suffix.removeprefix(".").lower()
    if ending not in set(Format):
        raise bad_input("file", "檔名應以 .csv 或 .ods 結尾。", "The file's name ends in .csv or .ods.")
    try:
        file.write_bytes(write_accounts(SAMPLE, Format(ending)))
    except OSError as error:
        raise _unusable(file, error) from None
    done = Sentence(f"已寫出{len(SAMPLE)}列至 {file}", f"{len(SAMPLE)} rows written to {file}")
    return Told({"rows": len(SAMPLE), "file": str(file)}, lambda language: [done.say(language)])


def _told(imported: Imported) -> Told:
    data = {
        "counts": dict(imported.counts),
        "findings": [finding.told.as_dict() for finding in imported.findings],
    }

    def lines(language: str) -> Iterable[str]:
        for finding in imported.findings:
            yield finding.told.say(language)
        for change in imported.changes:
            row, what = change.row, KINDS[change.kind].say(language)
            yield f"{row.line}  {what}  {row.username}  {row.name_zh}  {row.agency}".rstrip()
        yield Sentence(f"已登錄：{imported.unchanged}", f"on record already: {imported.unchanged}").say(
            language
        )

    note = _TO_CORRECT if imported.findings else _NOT_WRITTEN if imported.changes else None
    return Told(data, lines, note, failed=bool(imported.findings))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise _unusable(file, error) from None


def _unusable(file: Path, error: OSError) -> Refused:
    reason = error.strerror or str(error)
    return bad_input("file", f"{file}：無法開啟（{reason}）。", f"{file}: it cannot be opened ({reason}).")
