"""``coretech plan``: the state's plans as they are kept: import, list, export."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.plans.importing import GivenPlan, Imported
from coretech.apps.plans.operations import import_plan
from coretech.apps.plans.queries import newest_versions, version_of
from coretech.apps.plans.storing import read_rows
from coretech.apps.plans.words import SAME, found_rows
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.handing import put
from coretech.cli.installation.plans.plan_links import app as links
from coretech.cli.installation.plans.plans_told import differences
from coretech.cli.installation.told import Told, act_told, table
from coretech.cli.plan_findings import findings
from coretech.cli.plan_read import File, KindOption, bytes_in, read
from coretech.kit.sentence import Sentence
from coretech.readers.plan_files.formats import Format, write

app = group("政府計畫：讀取、疑點、匯入、匯出", "the state's plans: read, findings, import, export")
app.command("read")(read)
app.command("findings")(findings)
app.add_typer(links, name="link")

Slug = Annotated[
    str, typer.Argument(metavar="PLAN", help="計畫代碼（見 plan list） / the plan, see plan list")
]
_NOT_WRITTEN = Sentence(
    "尚未寫入；確認無誤後加上 --yes 再執行一次。",
    "Nothing is written yet; run it again with --yes to take it over.",
)
_NONE = Sentence("還沒有計畫。", "There is no plan yet.")


@writes(app, "import")
def import_file(
    by: Acting,
    file: File,
    *,
    kind: KindOption = None,
    plan: Annotated[
        str, typer.Option("--plan", metavar="PLAN", help="更正的是哪個計畫 / the plan it corrects")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="寫入 / take it over")] = False,
) -> Told:
    """匯入計畫；先列出差異，加 --yes 才寫入新版本 / Show what a plan's file would change; --yes takes it over."""
    given = GivenPlan(file.name, bytes_in(file), "" if kind is None else kind.value, plan)
    imported = import_plan.foresee(by, given)
    if imported.same or not yes:
        return _told(imported)
    act = import_plan.import_plan(by, given, imported.digest)
    return act_told(act, more={"counts": found_rows(imported)})


def _told(imported: Imported) -> Told:
    data = {
        "plan": None if imported.plan is None else imported.plan.slug,
        "same": imported.same,
        "rows": found_rows(imported),
        "difference": imported.difference.counts,
    }
    note = SAME if imported.same else _NOT_WRITTEN
    return Told(data, lambda language: differences(imported, language), note)


@reads(app, "list")
def list_plans(_by: Acting) -> Told:
    """列出所存的計畫 / The plans that are kept, each with its newest version."""
    versions = list(newest_versions())
    data = [
        {
            "plan": each.plan.slug,
            "kind": each.plan.kind,
            "title": each.title,
            "version": each.version,
            "source": each.source_name,
            "source_sha256": each.source_sha256,
            "facts_only": each.facts_only,
        }
        for each in versions
    ]
    rows = [(each.plan.slug, each.version, each.title) for each in versions]
    return Told(data, lambda _: table(rows), None if rows else _NONE)


@reads(app, "export")
def export(
    _by: Acting,
    plan: Slug,
    form: Annotated[Format, typer.Option("--format", help="格式 / the format")],
    *,
    version: Annotated[
        int | None,
        typer.Option("--version", metavar="N", help="第幾版；預設最新 / the version, else the newest"),
    ] = None,
    table_name: Annotated[
        str,
        typer.Option(
            "--table", metavar="NAME", help="CSV 寫哪張表，如 work_items、targets / the table a CSV holds"
        ),
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="存到檔案；預設為標準輸出 / a file, else standard output"),
    ] = None,
) -> Told:
    """匯出計畫（ODS、CSV、JSON、StratML） / The plan as ODS, CSV, JSON or StratML (ISO 17469-1)."""
    found = version_of(plan, version)
    content = write(read_rows(found), form, plan, found.source_name, table_name)
    if out is None:
        return Told({"size": len(content)}, lambda _: _streamed(content))
    return put(out, content)


def _streamed(content: bytes) -> Iterable[str]:
    """Not a line: the bytes go out as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    return ()
