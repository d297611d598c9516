"""``coretech register export`` and ``follow``: the list as open data, and calls after each announcement."""

import datetime as dt
import hashlib
import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.register.exporting import changes_between, description, history_file, list_file
from coretech.apps.register.following import webhooks_of
from coretech.apps.register.operations import end_following, follow_register
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.handing import put
from coretech.cli.installation.options import AsOf, KnownAt
from coretech.cli.installation.told import Told, act_told, moment, table
from coretech.engines.webhooks import new_secret
from coretech.kit.sentence import Sentence
from coretech.readers.register_files import delta
from coretech.readers.register_files.formats import Format, write


class ExportFormat(StrEnum):
    """What `coretech register export` writes."""

    JSONLD = Format.JSONLD.value
    TTL = Format.TTL.value
    CSV = Format.CSV.value
    ODS = Format.ODS.value
    JSON = Format.JSON.value
    DCAT = "dcat"


class ChangesFormat(StrEnum):
    """What `coretech register diff --format` writes."""

    JSON = Format.JSON.value
    CSV = Format.CSV.value


InFormat = Annotated[
    ChangesFormat | None,
    typer.Option("--format", help="變更檔：json 或 csv / as a file of changes"),
]
Address = Annotated[str, typer.Argument(metavar="ADDRESS", help="https:// 網址 / an https:// address")]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="存到檔案；預設為標準輸出 / a file, else standard output"),
]
_SHOWN_ONCE = Sentence("密鑰只顯示這一次，請立即收存。", "The secret is shown this once; keep it now.")
_NO_ADDRESS = Sentence("尚未登錄網址。", "There is no address yet.")


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``."""
    reads(app, "export")(export)
    reads(app, "following")(following)
    writes(app, "follow")(follow)
    writes(app, "end-following")(end)


def export(  # noqa: PLR0913 - which form, which day, as known when, and where to
    by: Acting,
    form: Annotated[ExportFormat, typer.Option("--format", help="格式 / the format")],
    as_of: AsOf = None,
    known_at: KnownAt = None,
    *,
    history: Annotated[bool, typer.Option("--history", help="全部版次 / every version")] = False,
    out: Out = None,
) -> Told:
    """匯出清單（SKOS、CSV、ODS、JSON）或資料集說明（DCAT） / The list as open data, or its description."""
    if form is ExportFormat.DCAT:
        return _handed(description(by.today), out)
    file = history_file(known_at) if history else list_file(as_of or by.today, known_at)
    note = None if file.about is None else file.about.remark
    return _handed(write(file, Format(form.value)), out, note)


def changes_told(before: dt.date, after: dt.date, form: ChangesFormat) -> Told:
    """The changes that lead from the list of one day to that of another, as a file."""
    found = changes_between(before, after)
    return _handed(delta.write_csv(found) if form is ChangesFormat.CSV else delta.write_json(found), None)


def following(by: Acting) -> Told:
    """自己登錄的網址與呼叫情形 / One's own addresses, and how the calls went."""
    follow_register.allowed(by)
    found = webhooks_of(by)
    data = [
        {
            "id": webhook.pk,
            "address": webhook.address,
            "made_at": moment(webhook.made_at),
            "ended_at": None if webhook.ended_at is None else moment(webhook.ended_at),
            "calls": [
                {
                    "edition": call.announcement.edition,
                    "tries": call.tries,
                    "delivered_at": None if call.delivered_at is None else moment(call.delivered_at),
                    "problem": call.problem or None,
                }
                for call in webhook.deliveries.all()
            ],
        }
        for webhook in found
    ]
    rows = [
        (webhook.pk, webhook.address, "－" if webhook.ended_at is None else moment(webhook.ended_at))
        for webhook in found
    ]
    return Told(data, lambda _: table(rows), None if data else _NO_ADDRESS)


def follow(by: Acting, address: Address) -> Told:
    """登錄網址，每次公告後呼叫；密鑰只印一次 / Call an address after each announcement; prints its secret once."""
    secret = new_secret()
    act = follow_register.follow_register(by, address, secret)
    return Told(act_told(act, more={"secret": secret}).data, lambda _: [secret], _SHOWN_ONCE)


def end(by: Acting, webhook: Annotated[int, typer.Argument(metavar="ID", help="編號 / its number")]) -> Act:
    """停止呼叫一個網址 / End the calls to an address."""
    return end_following.end_following(by, webhook)


def _handed(content: bytes, out: Path | None, note: Sentence | None = None) -> Told:
    """The file itself on standard output, or word of where it was put."""
    if out is None:
        return Told(_data(content), lambda _: _streamed(content), note)
    return put(out, content, _summary(content), note)


def _streamed(content: bytes) -> Iterable[str]:
    """Not a line: the bytes go out as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    return ()


def _data(content: bytes) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return _summary(content)


def _summary(content: bytes) -> dict[str, object]:
    return {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
