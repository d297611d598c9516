"""``coretech case``, on the dossier: read it, write a part's form, compare and restore versions, remark and answer."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.consulting import allow_consulting
from coretech.apps.cases.content_check import warnings
from coretech.apps.cases.content_json import as_json, content_of, from_json
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Case, Part, Remark
from coretech.apps.cases.operations.restore_part import restore_part
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.cases.part_written import require_part
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.dossier import open_dossier, open_part
from coretech.apps.meetings.heard import heard, views_of
from coretech.apps.meetings.operations.remark import remark
from coretech.apps.meetings.operations.resolve_remark import resolve_remark
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.options import Reference
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, moment, table
from coretech.kit.refusal import bad_input

Name = Annotated[str, typer.Argument(metavar="PART", help="description, characteristics, functions, …")]
BasedOn = Annotated[
    int | None,
    typer.Option("--based-on", metavar="N", help="起始的版本；已被更新則拒絕 / the version you began from"),
]

_VIEWS = "stakeholder_views"


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    writes(app, "form")(write_form)
    reads(app, "versions")(list_versions)
    reads(app, "answers")(list_answers)
    writes(app, "restore")(restore_version)
    reads(app, "remarks")(list_remarks)
    writes(app, "remark")(make_remark)
    writes(app, "answer-remark")(answer_remark)


def dossier_told(by: Acting, case: Case) -> Told:
    """Every part written so far that opens to the reader, in the order of article 7.

    Raises:
        Refused: (HTTP 403) with the ruling, where the dossier is closed to this reader.
    """
    written = open_dossier(by, case).parts
    parts = [written[name] for name in PARTS if name in written]

    def lines(_language: str) -> Iterable[str]:
        for part in parts:
            yield f"## {part.name} ({part.version}, {part.level})"
            claims = [*part.harms, *map(str, part.limbs)]
            yield from [", ".join(claims)] if claims else []
            yield from [part.text, ""]

    return Told([_data(part) for part in parts], lines)


def write_form(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    reference: Reference,
    name: Name,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="表單的 JSON，- 為標準輸入 / the form as JSON; - is stdin")
    ],
    *,
    level: Annotated[
        str | None, typer.Option(help="open, internal, confidential, secret；預設不變 / unchanged")
    ] = None,
    based_on: BasedOn = None,
) -> Act:
    """以結構化表單填寫一項，成為新版本 / Write a part's form, as the JSON that case dossier --json prints."""
    require_part(name)
    open_part(by, find_case(by, reference), name)
    content = from_json(name, _json(text_from(None, file)))
    return write_part(by, reference, name, content=content, level=level, based_on=based_on)


def list_versions(by: Acting, reference: Reference, name: Name) -> Told:
    """一項的各版本 / The versions of a part."""
    rows = list(Part.objects.filter(case=_opened(by, reference, name), name=name).order_by("version"))
    lines = [(row.version, moment(row.written_at), row.level, f"{len(row.text)}") for row in rows]
    return Told([_data(row) for row in rows], lambda _language: table(lines) if lines else [])


def list_answers(by: Acting, reference: Reference) -> Told:
    """徵詢得到的回復，可列入利害關係人意見 / Stakeholders' answers, as rows for the part that holds their views."""
    case = find_case(by, reference)
    allow_consulting(by, case)
    part = open_part(by, case, _VIEWS)
    views = () if part is None else views_of(part)
    rows = [as_json(row.view) | {"taken": row.stands_in(views)} for row in heard(by, case)]
    lines = [
        (row["source"], row["date"], row["group"], row["level"], "✓" if row["taken"] else "—", row["view"])
        for row in rows
    ]
    return Told(rows, lambda _language: table(lines) if lines else [])


def restore_version(
    by: Acting,
    reference: Reference,
    name: Name,
    version: Annotated[int, typer.Argument(metavar="VERSION", help="要還原的版本 / the version to restore")],
    *,
    based_on: BasedOn = None,
) -> Act:
    """將舊版本還原成新版本 / Bring an old version back as the next one."""
    _opened(by, reference, name)
    return restore_part(by, reference, name, version, based_on=based_on)


def list_remarks(by: Acting, reference: Reference, name: Name) -> Told:
    """一項的審閱意見與回覆 / The remarks on a part, with their answers."""
    case = _opened(by, reference, name)
    rows = list(Remark.objects.select_related("part", "account").filter(part__case=case, part__name=name))
    lines = [
        (row.pk, row.part.version, row.account.get_username(), row.text, row.reply or "—") for row in rows
    ]
    return Told([_remark(row) for row in rows], lambda _language: table(lines) if lines else [])


def make_remark(
    by: Acting,
    reference: Reference,
    name: Name,
    text: Annotated[str, typer.Option(help="審閱意見 / the remark")],
) -> Act:
    """對一項提出審閱意見 / Remark on the newest version of a part."""
    _opened(by, reference, name)
    return remark(by, reference, name, text)


def answer_remark(
    by: Acting,
    reference: Reference,
    name: Name,
    number: Annotated[int, typer.Argument(metavar="REMARK", help="意見編號（見 case remarks）")],
    *,
    reply: Annotated[str, typer.Option(help="回覆 / the answer")],
) -> Act:
    """回覆審閱意見並結案 / Answer a remark, which settles it."""
    _opened(by, reference, name)
    return resolve_remark(by, reference, name, number, reply)


def _opened(by: Acting, reference: str, name: str) -> Case:
    """The case, where the part opens to the reader."""
    require_part(name)
    case = find_case(by, reference)
    open_part(by, case, name)
    return case


def _json(text: str) -> Any:  # noqa: ANN401 - whatever the file holds; the form's reader refuses what is none
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise bad_input("file", f"檔案不是 JSON（{error}）。", f"The file is no JSON ({error}).") from None


def _remark(row: Remark) -> dict[str, object]:
    return {
        "id": row.pk,
        "version": row.part.version,
        "account": row.account.get_username(),
        "text": row.text,
        "made_at": moment(row.made_at),
        "reply": row.reply or None,
        "settled_at": None if row.settled_at is None else moment(row.settled_at),
    }


def _data(part: Part) -> dict[str, object]:
    content = content_of(part)
    return {
        "part": part.name,
        "version": part.version,
        "level": part.level,
        "text": part.text,
        "content": as_json(content),
        "harms": part.harms,
        "limbs": part.limbs,
        "warnings": [each.as_dict() for each in warnings(content)],
        "written_at": moment(part.written_at),
    }
