"""``coretech register``, for officers: correct an entry, note an item's scope, file an announcement's scan."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.register.correcting import Correction
from coretech.apps.register.operations.correct_entry import correct_entry
from coretech.apps.register.operations.file_scan import file_scan
from coretech.apps.register.operations.note_scope import Note, note_scope
from coretech.apps.register.operations.withdraw_scope_note import withdraw_scope_note
from coretech.cli.installation.doors import writes
from coretech.cli.installation.handed import scan_given
from coretech.cli.installation.options import Why, day

No = Annotated[int, typer.Argument(metavar="NO", help="項次 / the item's number")]
Topic = Annotated[str, typer.Option(help="主題 / the topic")]
Seen = Annotated[int | None, typer.Option("--seen", metavar="N", help="所見最新的一筆 / the newest you saw")]
ValidFrom = Annotated[dt.date | None, day("--valid-from", "生效日", "in force from")]


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``."""
    writes(app, "correct")(correct)
    writes(app, "note")(note)
    writes(app, "withdraw-note")(withdraw_note)
    writes(app, "file-scan")(file_a_scan)


def correct(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    number: No,
    version: Annotated[
        int, typer.Argument(metavar="VERSION", help="要更正的版次 / the version that is wrong")
    ],
    *,
    why: Why,
    source: Annotated[str, typer.Option(help="更正依據 / by what it is corrected")],
    name: Annotated[str | None, typer.Option(help="清單所列名稱 / the name on the list")] = None,
    name_announced: Annotated[str | None, typer.Option(help="公告所印名稱 / as announced")] = None,
    damaged: Annotated[
        bool | None, typer.Option("--damaged/--undamaged", help="印得有缺損 / printed damaged")
    ] = None,
    name_en: Annotated[str | None, typer.Option(help="英文名稱 / the English name")] = None,
    name_source: Annotated[
        str | None, typer.Option(help="完整名稱的依據 / where the name comes from")
    ] = None,
    scope: Annotated[str | None, typer.Option(help="範疇 / the scope")] = None,
    scope_en: Annotated[str | None, typer.Option(help="範疇（英文） / the scope in English")] = None,
    sector: Annotated[str | None, typer.Option(help="領域代碼 / the sector's code")] = None,
    authority: Annotated[str | None, typer.Option(help="機關代碼 / the agency's code")] = None,
    valid_from: ValidFrom = None,
    seen: Seen = None,
) -> Act:
    """更正登載錯誤；公告的內容不變 / Correct a clerical error; nothing announced changes by it."""
    correction = Correction(
        reason=why,
        source=source,
        name_zh=name,
        name_announced=name_announced,
        damaged=damaged,
        name_en=name_en,
        name_source=name_source,
        scope_zh=scope,
        scope_en=scope_en,
        sector=sector,
        authority=authority,
        valid_from=valid_from,
        seen=seen,
    )
    return correct_entry(by, number, version, correction)


def note(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    number: No,
    *,
    topic: Topic,
    zh: Annotated[str, typer.Option(help="說明 / the note in Chinese")],
    en: Annotated[str, typer.Option(help="說明（英文） / the note in English")],
    source: Annotated[str, typer.Option(help="依據 / by what")],
    seen: Seen = None,
) -> Act:
    """說明一項的範疇 / Note how far an item reaches."""
    return note_scope(by, number, Note(topic, zh, en, source, seen))


def withdraw_note(by: Acting, number: No, *, topic: Topic, why: Why, seen: Seen = None) -> Act:
    """撤回一個主題的範疇說明 / Withdraw the note on a topic."""
    return withdraw_scope_note(by, number, topic, why, seen)


def file_a_scan(
    by: Acting,
    edition: Annotated[int, typer.Argument(metavar="EDITION", help="第幾次公告 / which announcement")],
    path: Annotated[Path, typer.Argument(metavar="FILE", help="PDF、PNG、JPEG，20 MB 以內 / the file")],
) -> Act:
    """登錄公告掃描檔並公開 / File the scan of an announcement, for anybody to read."""
    return file_scan(by, edition, scan_given(path))
