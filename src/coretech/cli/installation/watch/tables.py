"""``coretech snapshot patents``, ``trade``, ``tables`` and ``codes``: tables taken in, and what they are counted by."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.watch.access import allow_keeping
from coretech.apps.watch.counts.codes import written_codes
from coretech.apps.watch.counts.tables import tables
from coretech.apps.watch.counts.taking_in_tables import Kind, take_table, told_columns
from coretech.apps.watch.models import KeptTable
from coretech.apps.watch.operations.keep_table import About, keep_table
from coretech.apps.watch.operations.name_codes import Named, name_codes
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.options import day
from coretech.cli.installation.told import Told, table
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="CSV、JSONL、Parquet 或 ODS，可壓縮 / gzipped or not")
]
Source = Annotated[str, typer.Option("--source", metavar="TEXT", help="資料來源 / where the data are from")]
Dated = Annotated[dt.date | None, day("--dated", "取得日，預設今天", "taken on which day, by default today")]
Query = Annotated[str, typer.Option("--query", metavar="TEXT", help="檢索式 / the query that gave it")]
Technology = Annotated[
    str,
    typer.Option(
        "--technology",
        metavar="CODE",
        help="為哪項技術檢索；省略則各技術依代碼計算 / searched for which one; by default each by its codes",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="MEANING=HEADING", help="欄名認不出時指定 / which column means what"),
]
NoteZh = Annotated[str, typer.Option("--note-zh", metavar="TEXT", help="請讀者注意 / what to beware of")]
NoteEn = Annotated[str, typer.Option("--note-en", metavar="TEXT", help="同上，英文 / the same in English")]


def register(app: typer.Typer) -> None:
    """Add the commands on tables to those on snapshots."""
    reads(app, "tables")(list_tables)
    writes(app, "patents")(patents)
    writes(app, "trade")(trade)
    writes(app, "codes")(codes)


def list_tables(by: Acting) -> Told:  # noqa: ARG001 - public, and every command is told who asks
    """列出收錄的專利與貿易表 / Every table of patents and of trade, newest first."""
    found = list(tables())
    rows = [(each.pk, each.kind, _of(each), each.dated, each.problems, each.source) for each in found]
    return Told([_data(each) for each in found], lambda _: table(rows) if rows else [])


def patents(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    file: File,
    *,
    source: Source,
    dated: Dated = None,
    query: Query = "",
    technology: Technology = "",
    column: Columns = None,
    note_zh: NoteZh = "",
    note_en: NoteEn = "",
) -> Act:
    """收錄專利表（PATSTAT、Lens） / Take in a table of patents."""
    about = About(source, dated or by.today, query, technology, "", _note(note_zh, note_en))
    return _taken(by, Kind.PATENTS, file, column, about)


def trade(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    file: File,
    *,
    source: Source,
    unit: Annotated[str, typer.Option("--unit", metavar="TEXT", help="金額單位 / unit of the values")] = "",
    dated: Dated = None,
    query: Query = "",
    technology: Technology = "",
    column: Columns = None,
    note_zh: NoteZh = "",
    note_en: NoteEn = "",
) -> Act:
    """收錄貿易表（Comtrade、BACI、海關） / Take in a table of trade."""
    about = About(source, dated or by.today, query, technology, unit, _note(note_zh, note_en))
    return _taken(by, Kind.TRADE, file, column, about)


def codes(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    technology: Annotated[str, typer.Argument(metavar="CODE", help="例如 AREA-AI / such as AREA-AI")],
    *,
    classes: Annotated[str, typer.Option("--classes", metavar="LIST", help="CPC/IPC，例如 H01L,G03F")] = "",
    goods: Annotated[str, typer.Option("--goods", metavar="LIST", help="HS，例如 8542,848620")] = "",
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="理由 / why")],
    seen: Annotated[
        int, typer.Option("--seen", metavar="N", help="所見的版本，0為隨附 / the version you saw")
    ] = 0,
) -> Act:
    """指定代表一項技術的專利分類與貨品號列 / Say which classes of patents and goods stand for a technology."""
    return name_codes(by, technology, Named(written_codes(classes), written_codes(goods), why, seen))


def _taken(by: Acting, kind: Kind, path: Path, column: list[str] | None, about: About) -> Act:
    allow_keeping(by)
    try:
        with path.open("rb") as file:
            taken = take_table(kind, path.name, file, by.today.year, told_columns(column or []))
    except OSError as error:
        raise bad_input(
            "file",
            f"無法讀取檔案 {path.name}；請檢查路徑與權限。",
            f"{path.name} cannot be read; check its path.",
        ) from error
    return keep_table(by, taken, about)


def _note(zh: str, en: str) -> Sentence | None:
    return Sentence(zh or en, en or zh) if zh or en else None


def _of(kept: KeptTable) -> str:
    return kept.technology.code if kept.technology else "–"


def _data(kept: KeptTable) -> dict[str, object]:
    return {
        "table": kept.pk,
        "kind": kept.kind,
        "technology": kept.technology.code if kept.technology else None,
        "source": kept.source,
        "query": kept.query,
        "unit": kept.unit,
        "dated": kept.dated.isoformat(),
        "columns": kept.columns,
        "coverage": kept.coverage,
        "problems": kept.problems,
        "sha256": kept.sha256,
    }
