"""``coretech case``, on secrecy: attachments, levels, and leave given by name."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.choices import LEVELS
from coretech.apps.cases.grants import Given, grants_of
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.cases.operations.attach import attach
from coretech.apps.cases.operations.grant_access import check as check_leave
from coretech.apps.cases.operations.grant_access import grant_access
from coretech.apps.cases.operations.revoke_access import revoke_access
from coretech.apps.cases.operations.set_level import set_level
from coretech.apps.cases.operations.withdraw_attachment import withdraw_attachment
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.attachment_copies import hand_out_attachment
from coretech.apps.meetings.attachments import Listed, find_attachment, listed_attachments
from coretech.apps.people.models import Person
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.options import Reference, Seen, Why, day
from coretech.cli.installation.told import Told, moment, table
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.readers.files import LARGEST

Number = Annotated[int, typer.Argument(metavar="FILE", help="附件編號（見 case files） / see case files")]
GrantNumber = Annotated[
    int, typer.Argument(metavar="LEAVE", help="核准編號（見 case leave） / see case leave")
]
PartName = Annotated[str, typer.Option(help="屬於哪一項；預設整案 / for which part; the whole case")]
Level = Annotated[Secrecy, typer.Option(help="保密等級 / the level of secrecy")]

WITHDRAWN = Sentence("已撤下", "withdrawn")
_NONE = Sentence("尚無附件。", "There are no attachments yet.")
_NOBODY = Sentence("尚未核准任何人。", "Nobody has leave yet.")


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    reads(app, "files")(list_files)
    writes(app, "attach")(attach_files)
    reads(app, "open-file")(open_a_file)
    writes(app, "withdraw-file")(withdraw_a_file)
    writes(app, "level")(set_a_level)
    reads(app, "leave")(list_leave)
    writes(app, "give-leave")(give_leave_to)
    writes(app, "revoke-leave")(revoke_leave)


def list_files(by: Acting, reference: Reference) -> Told:
    """案件附件，及各個是否對該帳號開放 / The attachments, and which open to the account."""
    listed = list(listed_attachments(by, find_case(by, reference)))
    return Told(
        [_data(each) for each in listed],
        lambda language: table([_row(each, language) for each in listed]),
        None if listed else _NONE,
    )


def attach_files(
    by: Acting,
    reference: Reference,
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="檔案，可多個 / one or more files")],
    *,
    part: PartName = "",
    level: Level = Secrecy.CONFIDENTIAL,
) -> Act:
    """加入附件：依內容辨認、加密保存 / Attach files: recognised by their content, and sealed; all or none."""
    find_case(by, reference)
    files = [HandedIn(path.name, _read(path)) for path in paths]
    return attach(by, reference, files, part, level.value)


def open_a_file(
    by: Acting,
    attachment: Number,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="存到這個新檔案 / a new file to write")],
) -> Told:
    """開啟附件，存成檔案；每次開啟都會記錄 / Open an attachment into a file; each opening is recorded."""
    if to.exists():
        raise bad_input("to", f"{to.name} 已存在，未覆寫。", f"{to.name} exists and was not overwritten.")
    copy = hand_out_attachment(by, attachment)
    size = _write(to, copy.pieces)
    said = Sentence(f"已存為 {to.name}（{copy.note}）", f"written to {to.name} ({copy.note})")
    data = {"attachment": attachment, "file": str(to), "media_type": copy.media_type, "size": size}
    return Told(data, lambda language: [said.say(language)])


def withdraw_a_file(by: Acting, attachment: Number, why: Why) -> Act:
    """撤下附件；仍列於清單 / Withdraw an attachment; it stays on the list."""
    found = find_attachment(by, attachment)
    return withdraw_attachment(by, found.case.reference, attachment, why)


def set_a_level(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    reference: Reference,
    target: Annotated[
        str, typer.Argument(metavar="PART|FILE", help="項目名稱或附件編號 / a part, or a file's number")
    ],
    level: Annotated[Secrecy, typer.Argument(metavar="LEVEL", help="open, internal, confidential, secret")],
    *,
    why: Why,
    seen: Seen = None,
) -> Act:
    """調整一項資料或附件的保密等級 / Set how secret a part or an attachment is."""
    find_case(by, reference)
    which = int(target) if target.isascii() and target.isdigit() else target
    return set_level(by, reference, which, level.value, why=why, seen=seen)


def list_leave(by: Acting, reference: Reference) -> Told:
    """誰獲准閱覽機密內容 / Who has leave to read what is secret."""
    case = find_case(by, reference)
    check_leave(by, case)
    given = grants_of(case, by.today)
    return Told(
        [_leave_data(each) for each in given],
        lambda language: table([_leave_row(each, language) for each in given]),
        None if given else _NOBODY,
    )


def give_leave_to(
    by: Acting,
    reference: Reference,
    reader: Annotated[str, typer.Argument(metavar="READER", help="閱覽人的帳號 / the reader's account")],
    *,
    why: Why,
    until: Annotated[dt.date | None, day("--until", "最後一日", "its last day")] = None,
) -> Act:
    """核准一人閱覽機密內容 / Give one person leave to read what is secret."""
    find_case(by, reference)
    person = Person.objects.filter(account__username=reader).first()
    return grant_access(by, reference, 0 if person is None else person.pk, why, until)


def revoke_leave(by: Acting, reference: Reference, grant: GrantNumber, why: Why) -> Act:
    """撤銷閱覽核准 / Revoke somebody's leave."""
    find_case(by, reference)
    return revoke_access(by, reference, grant, why)


def _read(path: Path) -> bytes:
    """The file's bytes; one too many of them is enough to refuse it."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise bad_input(
            "paths",
            f"無法讀取檔案 {path.name}；請檢查路徑與權限。",
            f"{path.name} cannot be read; check its path.",
        ) from error


def _write(path: Path, pieces: Iterable[bytes]) -> int:
    """Write a file only its owner may read; gives back how many bytes it has."""
    try:
        path.touch(mode=0o600, exist_ok=False)
        with path.open("wb") as file:
            return sum(file.write(piece) for piece in pieces)
    except OSError as error:
        raise bad_input(
            "to",
            f"無法寫入檔案 {path.name}；請檢查路徑與權限。",
            f"{path.name} cannot be written; check its path.",
        ) from error


def _data(listed: Listed) -> dict[str, object]:
    file, opens = listed.attachment, listed.ruling.is_yes
    told = {"title": file.title, "version": file.version, "size": file.size, "sha256": file.sha256}
    return {
        "id": file.pk,
        "part": file.part,
        "level": file.level,
        "attached_at": moment(file.attached_at),
        "withdrawn_at": None if file.withdrawn_at is None else moment(file.withdrawn_at),
        **(told if opens else dict.fromkeys(told)),
        "closed": None if opens else listed.ruling.reason.as_dict(),
    }


def _row(listed: Listed, language: str) -> tuple[str, ...]:
    file, opens = listed.attachment, listed.ruling.is_yes
    return (
        str(file.pk),
        file.part or "—",
        LEVELS[file.level].say(language),
        "" if file.withdrawn_at is None else WITHDRAWN.say(language),
        f"{file.title} v{file.version}" if opens else listed.ruling.reason.say(language),
    )


def _leave_data(given: Given) -> dict[str, object]:
    grant = given.grant
    return {
        "id": grant.pk,
        "person": grant.person.name.as_dict(),
        "why": grant.why,
        "until": None if grant.until is None else grant.until.isoformat(),
        "counts": given.counts,
    }


def _leave_row(given: Given, language: str) -> tuple[str, ...]:
    grant = given.grant
    return str(grant.pk), "*" if given.counts else "", grant.person.name.say(language), grant.why
