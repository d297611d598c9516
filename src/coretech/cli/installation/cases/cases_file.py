"""``coretech inventory import`` and ``sample``: many candidates and cases from one file."""

from collections.abc import Iterable

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.operations import import_cases
from coretech.apps.cases.portfolio import KINDS, Imported, warnings
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.tables import File, Foreseen, Yes, read_table, write_table
from coretech.cli.installation.told import Told, act_told
from coretech.kit.sentence import Sentence
from coretech.readers.portfolio_cases.sample import sample_rows
from coretech.readers.portfolio_cases.write import write_cases


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
    """由檔案匯入候選項目與案件；先列出差異，加 --yes 才寫入 / Show what a file would write; --yes takes it over."""
    raw = read_table(file)
    imported = import_cases.foresee(by, raw)
    if imported.findings or not imported.changes or not yes:
        return _told(imported, warnings(by, imported))
    act = import_cases.import_cases(by, raw, imported.digest)
    return act_told(act, more={"counts": dict(imported.counts)})


def write_sample(_by: Acting, file: File) -> Told:
    """寫出範例檔案 / Write the sample: eight technologies made public on 2025-11-24, as .csv or .ods."""
    return write_table(file, sample_rows(), write_cases)


def _told(imported: Imported, beware: tuple[Sentence, ...]) -> Told:
    def lines(language: str) -> Iterable[str]:
        for change in imported.changes:
            what = KINDS[change.kind].say(language)
            yield f"{change.row.line}  {what}  {change.part}  {change.row.name_zh}"

    return Foreseen(
        counts=imported.counts,
        findings=imported.findings,
        lines=lines,
        same=Sentence(f"已登錄：{imported.unchanged}", f"on record already: {imported.unchanged}"),
        writes=bool(imported.changes),
        beware=beware,
    ).told()
