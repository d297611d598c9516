"""``coretech meeting``, on papers and recusals: list, file and open papers; the chair's order to step aside."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.handing import hand_out
from coretech.apps.meetings.operations.file_paper import Handed, file_paper
from coretech.apps.meetings.operations.lift_recusal import lift_recusal
from coretech.apps.meetings.operations.order_recusal import order_recusal
from coretech.apps.meetings.papers import Filed, filed_papers
from coretech.apps.meetings.queries import find_item, find_meeting
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.options import ItemId, MeetingId, Why
from coretech.cli.installation.people.seats import Seating
from coretech.cli.installation.told import Told, moment, table
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.readers.files import LARGEST

_NONE = Sentence("尚無文件。", "There are no papers yet.")


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    reads(app, "papers")(list_papers)
    writes(app, "file-paper")(file_a_paper)
    reads(app, "open-paper")(open_a_paper)
    writes(app, "order-recusal")(order_a_recusal)
    writes(app, "lift-recusal")(lift_a_recusal)


def list_papers(by: Acting, meeting: MeetingId) -> Told:
    """會議文件，及各份是否對該帳號開放 / The papers, and which open to the account."""
    found = find_meeting(by, meeting)
    allow_on(by, found.body, Action.READ_PAPER)
    filed = filed_papers(by, found)
    return Told(
        [_data(each) for each in filed],
        lambda language: table([_row(each, language) for each in filed]),
        None if filed else _NONE,
    )


def file_a_paper(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    meeting: MeetingId,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="檔案 / the file")],
    *,
    title: Annotated[str, typer.Option(help="文件名稱 / its title")],
    item: Annotated[int | None, typer.Option(help="屬於哪一案；預設整場會議 / for which item")] = None,
    confidential: Annotated[
        bool, typer.Option("--confidential/--open", help="機密或一般 / confidential, or open")
    ] = True,
) -> Act:
    """提供文件：依內容辨認、加密保存 / File a paper: recognised by its content, and sealed."""
    find_meeting(by, meeting)
    return file_paper(by, meeting, Handed(title, path.name, _read(path), item, confidential))


def open_a_paper(
    by: Acting,
    paper: Annotated[int, typer.Argument(metavar="PAPER", help="文件編號（見 meeting papers）")],
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="存到這個新檔案 / a new file to write")],
) -> Told:
    """開啟文件，存成檔案；每次開啟都會記錄 / Open a paper into a file; each opening is recorded."""
    if to.exists():
        raise bad_input("to", f"{to.name} 已存在，未覆寫。", f"{to.name} exists and was not overwritten.")
    copy = hand_out(by, paper)
    _write(to, copy.content)
    said = Sentence(f"已存為 {to.name}（{copy.media_type}）", f"written to {to.name} ({copy.media_type})")
    data = {"paper": paper, "file": str(to), "media_type": copy.media_type, "size": len(copy.content)}
    return Told(data, lambda language: [said.say(language)])


def order_a_recusal(
    by: Acting,
    item: ItemId,
    seat: Annotated[int, typer.Argument(metavar="SEAT", help="席次 / the seat's number")],
    *,
    ground: Annotated[str, typer.Option(help="類別 / the class: self, spouse, relative, household")],
    why: Why,
) -> Act:
    """主席令其迴避；理由保密 / The chair orders a seat to step aside; the reason stays confidential."""
    found = find_item(by, item)
    (appointment,) = Seating(found.meeting).appointments(str(seat))
    return order_recusal(by, item, appointment, ground, why)


def lift_a_recusal(
    by: Acting,
    item: ItemId,
    seat: Annotated[int, typer.Argument(metavar="SEAT", help="席次 / the seat's number")],
    *,
    why: Why,
) -> Act:
    """表決前撤銷誤下的迴避命令 / Lift an order given in error before the vote; the minutes tell why."""
    found = find_item(by, item)
    (appointment,) = Seating(found.meeting).appointments(str(seat))
    return lift_recusal(by, item, appointment, why)


def _read(path: Path) -> bytes:
    """The file's bytes; one too many of them is enough to refuse it."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise bad_input(
            "path",
            f"無法讀取檔案 {path.name}；請檢查路徑與權限。",
            f"{path.name} cannot be read; check its path.",
        ) from error


def _write(path: Path, content: bytes) -> None:
    """Write a file only its owner may read."""
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(content)
    except OSError as error:
        raise bad_input(
            "to",
            f"無法寫入檔案 {path.name}；請檢查路徑與權限。",
            f"{path.name} cannot be written; check its path.",
        ) from error


def _data(filed: Filed) -> dict[str, object]:
    paper, opens = filed.paper, filed.ruling.is_yes
    return {
        "id": paper.pk,
        "item": paper.item_id,
        "title": paper.title if opens else None,
        "version": paper.version,
        "confidential": paper.confidential,
        "filed_at": moment(paper.filed_at),
        "closed": None if opens else filed.ruling.reason.as_dict(),
    }


def _row(filed: Filed, language: str) -> tuple[str, ...]:
    paper, opens = filed.paper, filed.ruling.is_yes
    return (
        str(paper.pk),
        "—" if paper.item is None else str(paper.item.order),
        "*" if paper.confidential else "",
        paper.title if opens else filed.ruling.reason.say(language),
    )
