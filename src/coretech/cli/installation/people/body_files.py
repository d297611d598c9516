"""``coretech body export`` and ``import``: a board as CSV or ODS."""

from collections.abc import Iterable

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.difference import KINDS, Kind
from coretech.apps.bodies.exchange import rows_of
from coretech.apps.bodies.finding import find_body
from coretech.apps.bodies.importing import Imported
from coretech.apps.bodies.operations import import_board
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.people.body_options import BodyId
from coretech.cli.installation.tables import File, Foreseen, Yes, read_table, write_table
from coretech.cli.installation.told import Told, act_told
from coretech.kit.sentence import Sentence
from coretech.readers.seats.write import write_board


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``."""
    reads(app, "export")(export_record)
    writes(app, "import")(import_file)


def export_record(by: Acting, body: BodyId, file: File) -> Told:
    """匯出全部席位與聘任紀錄 / Write the whole record as CSV or ODS, by the file's ending."""
    return write_table(file, rows_of(find_body(by, body)), write_board)


def import_file(
    by: Acting,
    body: BodyId,
    file: File,
    *,
    yes: Yes = False,
) -> Told:
    """匯入席位與聘任；先列出差異，加 --yes 才寫入 / Show what a file would change; --yes takes it over."""
    raw = read_table(file)
    imported = import_board.foresee(by, body, raw)
    if imported.findings or not imported.difference.writes or not yes:
        return _told(imported)
    act = import_board.import_board(by, body, raw, imported.difference.digest)
    return act_told(act, more={"counts": dict(imported.difference.counts)})


def _told(imported: Imported) -> Told:
    found = imported.difference

    def lines(language: str) -> Iterable[str]:
        for change in found.changes:
            row, what = change.row, KINDS[change.kind].say(language)
            at = "-" if change.kind is Kind.GONE else str(row.line)
            yield f"{at}  {what}  {row.seat}  {row.name_zh}".rstrip()

    return Foreseen(
        counts=found.counts,
        findings=imported.findings,
        lines=lines,
        same=Sentence(f"相同：{found.unchanged}", f"unchanged: {found.unchanged}"),
        writes=found.writes,
    ).told()
