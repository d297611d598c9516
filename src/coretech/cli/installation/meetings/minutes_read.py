"""``coretech meeting minutes``, for reading: a version, its file; and a body's statistics."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.documents.minutes import minutes_file
from coretech.apps.meetings.minuting.content import as_json
from coretech.apps.meetings.minuting.document import document_of
from coretech.apps.meetings.minuting.edition import edition_of
from coretech.apps.meetings.minuting.files import FORMS
from coretech.apps.meetings.minuting.finding import find_minutes
from coretech.apps.meetings.minuting.reading import copy_of
from coretech.apps.meetings.statistics import statistics_of
from coretech.apps.meetings.statistics_rows import HEADINGS, rows_of
from coretech.cli.installation.doors import reads
from coretech.cli.installation.meetings.minutes_lines import lines_of
from coretech.cli.installation.new_file import write_new
from coretech.cli.installation.options import MeetingId, day
from coretech.cli.installation.told import Told, moment, table
from coretech.engines.documents.model import Language
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

VersionNumber = Annotated[
    int | None, typer.Option("--version", metavar="N", help="哪一版；預設最新 / which version; the newest")
]


def add_to(minutes: typer.Typer, app: typer.Typer) -> None:
    """Offer reading as subcommands of ``minutes``, and the statistics as one of ``app``."""
    reads(minutes, "show")(show)
    reads(minutes, "export")(export)
    reads(app, "statistics")(statistics)


def show(by: Acting, meeting: MeetingId, version: VersionNumber = None) -> Told:
    """會議紀錄全文；帳號應迴避的議案不顯示 / The minutes, without the items the account is recused from."""
    found, copy = find_minutes(by, meeting), copy_of(by, meeting, version)
    edition = edition_of(found, copy.version)
    data = {
        "meeting": meeting,
        "state": found.state,
        "version": edition.number,
        "digest": edition.digest,
        "written_at": moment(edition.written_at),
        "signatures": [
            {"role": each.role, "name": each.name, "signed_at": moment(each.at)} for each in edition.signed
        ],
        "withheld": sorted(copy.withheld),
        "content": as_json(copy.content),
    }
    return Told(data, lambda language: lines_of(document_of(copy, edition, _tag(language))))


def export(
    by: Acting,
    meeting: MeetingId,
    to: Annotated[
        Path, typer.Option("--to", metavar="FILE", help="新檔案：.odt 或 .pdf / a new .odt or .pdf")
    ],
    *,
    version: VersionNumber = None,
    english: Annotated[bool, typer.Option("--english", help="英文標題，供對照 / English headings")] = False,
) -> Told:
    """存成 ODT 或 PDF 檔 / Write the minutes into an ODT or PDF file."""
    form = to.suffix.removeprefix(".").lower()
    if form not in FORMS:
        raise bad_input("to", "檔名請以 .odt 或 .pdf 結尾。", "Name a file that ends in .odt or .pdf.")
    file = minutes_file(by, meeting, form, version, _tag("en" if english else "zh"))
    write_new(to, file.content)
    said = Sentence(f"已存為 {to.name}", f"written to {to.name}")
    data = {"meeting": meeting, "file": str(to), "media_type": file.media_type, "size": len(file.content)}
    return Told(data, lambda language: [said.say(language)])


def statistics(
    by: Acting,
    body: Annotated[int, typer.Argument(metavar="BODY", help="會議體編號 / the body's number")],
    first: Annotated[dt.date | None, day("--from", "起日；預設今年一月一日", "from; 1 January")] = None,
    last: Annotated[dt.date | None, day("--to", "迄日；預設今日", "to; today")] = None,
) -> Told:
    """會議、出席、迴避與決議的統計 / Meetings, attendance, recusals and decisions of a body."""
    _, *rows = rows_of(statistics_of(by, body, first, last))
    return Told(
        [dict(zip(HEADINGS, row, strict=True)) for row in rows],
        lambda _language: table([HEADINGS, *rows]),
    )


def _tag(language: str) -> Language:
    return "en" if language == "en" else "zh-Hant-TW"
