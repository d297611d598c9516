"""``coretech list``: lists of technologies: list, show, compare, import, export."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.lists.comparing import COUNTRIES, VERSIONS
from coretech.apps.lists.importing import Import, difference, read_import
from coretech.apps.lists.models import ListStatus
from coretech.apps.lists.operations.import_list import check, import_list
from coretech.apps.lists.queries import Standing, standing_versions, version_of
from coretech.apps.lists.sides_compared import as_data, compared_versions
from coretech.apps.lists.versions import as_file
from coretech.apps.lists.words import STATUSES, country
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.handing import put
from coretech.cli.installation.lists.told import (
    changes_told,
    checked_told,
    faults_told,
    name_of,
    standing_data,
)
from coretech.cli.installation.told import Told, act_told, table
from coretech.cli.plan_read import File, bytes_in
from coretech.readers.lists.formats import Format, write_list
from coretech.readers.lists.json_file import item_data
from coretech.readers.lists.records import Head

app = group("各國技術清單：列出、比較、匯入、匯出", "lists of technologies: list, compare, import, export")

Code = Annotated[
    str, typer.Argument(metavar="CODE", help="版本代碼（見 list list） / a version's code, see list list")
]
Text = typer.Option(help="檔案未載明時填寫 / where the file does not tell it")
_BASE = "urn:x-coretech:lists/"


@reads(app, "list")
def list_lists(by: Acting) -> Told:  # noqa: ARG001 - lists are public, and every command is told who asks
    """列出各國清單、狀態與收錄項數 / Every version with where it stands and how much of it is here."""
    found = standing_versions()
    return Told(
        [standing_data(each) for each in found],
        lambda language: table([_row(each, language) for each in found]),
    )


@reads(app, "show")
def show(by: Acting, code: Code) -> Told:  # noqa: ARG001 - as above
    """一份清單的項目 / The items of a version."""
    found = version_of(code)
    entries = as_file(found.version).entries
    data = {**standing_data(found), "items": [item_data(each) for each in entries]}
    return Told(
        data,
        lambda language: (
            table([_row(found, language)]) + [f"{each.code}  {name_of(each, language)}" for each in entries]
        ),
    )


@reads(app, "compare")
def compare(by: Acting, left: Code, right: Code) -> Told:  # noqa: ARG001 - as above
    """比較兩個版本或兩國清單 / What came, went, was renamed, moved, merged or split."""
    sides = compared_versions(left, right)
    words = VERSIONS if sides.same_list else COUNTRIES
    return Told(as_data(sides), lambda language: changes_told(sides, words, language))


@writes(app, "import")
def import_file(  # noqa: PLR0913 - what a version is
    by: Acting,
    file: File,
    *,
    list_code: Annotated[str, typer.Option("--list", help="清單代碼 / the list's code")] = "",
    code: Annotated[str, typer.Option("--code", help="版本代碼 / the version's code")] = "",
    dated: Annotated[str, typer.Option("--dated", metavar="YYYY[-MM[-DD]]", help="日期 / dated")] = "",
    country_code: Annotated[str, typer.Option("--country", metavar="XX", help="國碼 / the country")] = "",
    issuer_zh: Annotated[str, Text] = "",
    issuer_en: Annotated[str, Text] = "",
    title_zh: Annotated[str, Text] = "",
    title_en: Annotated[str, Text] = "",
    source_name: Annotated[str, typer.Option("--source", help="來源 / the source")] = "",
    source_url: Annotated[str, Text] = "",
    effect: Annotated[list[str] | None, typer.Option(help="protect export investment fund guide")] = None,
    complete: Annotated[bool | None, typer.Option(help="是否全部收錄 / whether every item is in it")] = None,
    stated: Annotated[int | None, typer.Option(help="發布者所稱項數 / how many the issuer counts")] = None,
    status: Annotated[
        ListStatus.Status, typer.Option(help="狀態 / where it stands")
    ] = ListStatus.Status.IN_FORCE,
    yes: Annotated[bool, typer.Option("--yes", help="登錄 / record it")] = False,
) -> Act | Told:
    """匯入一個版本；先列出內容與錯誤，加 --yes 才登錄 / Show what a file says and every fault; --yes records it."""
    check(by)
    head = Head(
        list=list_code,
        country=country_code,
        issuer_zh=issuer_zh,
        issuer_en=issuer_en,
        title_zh=title_zh,
        title_en=title_en,
        code=code,
        dated=dated,
        effects=tuple(sorted(effect or ())),
        complete=complete,
        stated_count=stated,
        source_url=source_url,
        source_name=source_name,
    )
    return _taken(by, read_import(bytes_in(file), head, status), yes=yes)


@reads(app, "export")
def export(
    by: Acting,  # noqa: ARG001 - as above
    code: Code,
    form: Annotated[Format, typer.Option("--format", help="格式 / the format")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="存到檔案 / the file to write")],
) -> Told:
    """匯出一個版本（CSV、JSON、Turtle、JSON-LD） / A version as CSV, JSON, Turtle or JSON-LD."""
    found = version_of(code)
    return put(out, write_list(as_file(found.version), form, f"{_BASE}{found.code}/"))


def _taken(by: Acting, given: Import, *, yes: bool) -> Act | Told:
    if given.file.faults:
        return faults_told(given.file.faults)
    if not yes:
        return checked_told(given, difference(given))
    act = import_list(by, given, given.digest)
    return act_told(act, more={"items": len(given.file.entries)})


def _row(each: Standing, language: str) -> tuple[object, ...]:
    stated = each.version.stated_count
    return (
        each.code,
        country(each.version.list.country).say(language),
        each.version.list.title.say(language),
        STATUSES[each.status].say(language),
        each.since,
        f"{each.here}/{'–' if stated is None else stated}",
    )
