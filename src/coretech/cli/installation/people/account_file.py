"""``coretech account import`` and ``sample``: many accounts and their postings from one file."""

from collections.abc import Iterable

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.people.importing import KINDS, Imported
from coretech.apps.people.operations import import_accounts
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.tables import File, Foreseen, Yes, read_table, write_table
from coretech.cli.installation.told import Told, act_told
from coretech.kit.sentence import Sentence
from coretech.readers.accounts.write import SAMPLE, write_accounts

_NOT_WRITTEN = Sentence(
    "尚未寫入，也沒有寄信；確認無誤後加上 --yes 再執行一次。",
    "Nothing is written and no mail was sent; run it again with --yes to take it over.",
)


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``."""
    writes(app, "import")(import_file)
    reads(app, "sample")(write_sample)


def import_file(
    by: Acting,
    file: File,
    *,
    yes: Yes = False,
) -> Told:
    """由檔案開立帳號並登錄職務；先列出內容，加 --yes 才寫入 / Show what a file would open; --yes takes it over."""
    raw = read_table(file)
    imported = import_accounts.foresee(by, raw)
    if imported.findings or not imported.changes or not yes:
        return _told(imported)
    act = import_accounts.import_accounts(by, raw, imported.digest)
    return act_told(act, more={"counts": dict(imported.counts)})


def write_sample(_by: Acting, file: File) -> Told:
    """寫出範例檔案 / Write a sample with two invented people, as .csv or .ods."""
    return write_table(file, SAMPLE, write_accounts)


def _told(imported: Imported) -> Told:
    def lines(language: str) -> Iterable[str]:
        for change in imported.changes:
            row, what = change.row, KINDS[change.kind].say(language)
            yield f"{row.line}  {what}  {row.username}  {row.name_zh}  {row.agency}".rstrip()

    return Foreseen(
        counts=imported.counts,
        findings=imported.findings,
        lines=lines,
        same=Sentence(f"已登錄：{imported.unchanged}", f"on record already: {imported.unchanged}"),
        writes=bool(imported.changes),
        note=_NOT_WRITTEN,
    ).told()
