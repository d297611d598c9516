"""``coretech inventory import`` and ``sample``: many candidates and cases from one file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.operations import import_cases
from coretech.apps.cases.portfolio import KINDS, Imported, warnings
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.people.body_files import File
from coretech.cli.installation.told import Told, act_told
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.portfolio_cases.sample import sample_rows
from coretech.readers.portfolio_cases.write import write_cases
from coretech.readers.seats.write import Format

_NOT_WRITTEN = Sentence(
    "尚未寫入；確認無誤後加上 --yes 再執行一次。",
    "Nothing is written yet; run it again with --yes to take it over.",
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
    """由檔案匯入候選項目與案件；先列出差異，加 --yes 才寫入 / Show what a file would write; --yes takes it over."""
    raw = _read(file)
    imported = import_cases.foresee(by, raw)
    if imported.findings or not imported.changes or not yes:
        return _told(imported, warnings(by, imported))
    act = import_cases.import_cases(by, raw, imported.digest)
    return act_told(act, more={"counts": dict(imported.counts)})


def write_sample(_by: Acting, file: File) -> Told:
    """寫出範例檔案 / Write the sample: eight technologies made public on 2025-11-24, as .csv or .ods."""
    ending = file.suffix.removeprefix(".").lower()
    if ending not in set(Format):
        raise bad_input("file", "檔名應以 .csv 或 .ods 結尾。", "The file's name ends in .csv or .ods.")
    rows = sample_rows()
    try:
        file.write_bytes(write_cases(rows, Format(ending)))
    except OSError as error:
        raise _unusable(file, error) from None
    done = Sentence(f"已寫出{len(rows)}列至 {file}", f"{len(rows)} rows written to {file}")
    return Told({"rows": len(rows), "file": str(file)}, lambda language: [done.say(language)])


def _told(imported: Imported, beware: tuple[Sentence, ...]) -> Told:
    data = {
        "counts": dict(imported.counts),
        "findings": [finding.told.as_dict() for finding in imported.findings],
        "warnings": [words.as_dict() for words in beware],
    }

    def lines(language: str) -> Iterable[str]:
        for finding in imported.findings:
            yield finding.told.say(language)
        for change in imported.changes:
            what = KINDS[change.kind].say(language)
            yield f"{change.row.line}  {what}  {change.part}  {change.row.name_zh}"
        yield Sentence(f"已登錄：{imported.unchanged}", f"on record already: {imported.unchanged}").say(
            language
        )
        yield from (words.say(language) for words in beware)

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
