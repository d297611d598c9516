"""``coretech request``: what holders ask for and what others give notice of (art. 10(2))."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import secret_of
from coretech.apps.audit.models import Act
from coretech.apps.inventory.asked.letters import FOLLOWED_AT
from coretech.apps.inventory.asked.requests import find_request, is_late, require_reader, visible_requests
from coretech.apps.inventory.models import Request
from coretech.apps.inventory.operations.decide_request import Taken, decide_request
from coretech.apps.inventory.operations.send_request import Asked, send_request
from coretech.apps.register.asked import listed_item
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import Why
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, act_told, moment, table
from coretech.kit.sentence import Sentence

app = group("請求與通知：提出、列出、決定", "requests and notices: send, list, decide")

RequestNumber = Annotated[
    str, typer.Argument(metavar="REQUEST", help="編號，例如 114-R-0001 / its number, such as 114-R-0001")
]
ItemNo = Annotated[
    int | None, typer.Option(metavar="NO", help="清單第幾項；新技術不填 / the item; none for something new")
]
File = Annotated[Path | None, typer.Option(help="說明檔，- 為標準輸入 / a file; - is standard input")]
Aspect = Annotated[
    str, typer.Option(help="變更什麼 / what changes: name, scope, authority, split, merge, removal")
]


@reads(app, "list")
def list_requests(by: Acting) -> Told:
    """列出可閱覽的請求；不列請求人 / List the requests that may be seen, without their senders."""
    require_reader(by)
    found = list(visible_requests(by))

    def lines(_language: str) -> list[str]:
        return table([_row(by, each) for each in found])

    return Told([_data(by, each) for each in found], lines)


@reads(app, "show")
def show_request(by: Acting, number: RequestNumber) -> Told:
    """一件請求的內容與決定 / One request, what it says and what was decided."""
    found = find_request(by, number)

    def lines(_language: str) -> Iterable[str]:
        yield "  ".join(map(str, _row(by, found)))
        yield from ["", found.text]
        yield from ["", found.decision, found.reason] if found.decision else []

    return Told({**_data(by, found), "text": found.text}, lines)


@writes(app, "send", by_public=True)
def send_new(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    *,
    name: Annotated[str, typer.Option(help="姓名 / your name")],
    contact: Annotated[str, typer.Option(help="電子郵件 / your e-mail address")],
    kind: Annotated[
        str, typer.Option(help="事由 / why: holder_request, environment_changed")
    ] = "holder_request",
    item: ItemNo = None,
    aspect: Aspect = "",
    authority: Annotated[str, typer.Option(help="新技術送往的機關代碼 / the agency, for something new")] = "",
    organisation: Annotated[str, typer.Option(help="機構，可不填 / your organisation")] = "",
    text: Annotated[
        str | None, typer.Option(help="說明，勿含機密 / what it is about, without secrets")
    ] = None,
    file: File = None,
) -> Told:
    """提出請求或通知，任何人皆可 / Send a request or a notice; anybody may."""
    version = None if item is None else listed_item(item, by.today)
    asked = Asked(
        kind=kind,
        authority=authority if version is None else version.authority.code,
        sender=name,
        contact=contact,
        text=text_from(text, file),
        technology=None if version is None else version.item.technology_id,
        aspect=aspect,
        organisation=organisation,
    )
    act = send_request(by, asked)
    path = f"{FOLLOWED_AT}{secret_of(act.subject)}/"
    return act_told(act, Sentence(f"追蹤網址：{path}", f"follow it at {path}"), {"follow": path})


@writes(app, "take-up")
def take_up(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    number: RequestNumber,
    *,
    why: Why,
    name_zh: Annotated[str, typer.Option(help="候選項目的中文名稱 / the candidate's Chinese name")],
    name_en: Annotated[str, typer.Option(help="候選項目的英文名稱 / the candidate's English name")],
    sector: Annotated[str, typer.Option(help="領域代碼 / the sector's code")],
    aspect: Aspect = "",
    authority: Annotated[str, typer.Option(help="擬任主管機關代碼 / the proposed authority's code")] = "",
) -> Act:
    """決定辦理，列為候選項目 / Take the request up as a candidate."""
    find_request(by, number)
    return decide_request(by, number, why, Taken(name_zh, name_en, sector, aspect, authority))


@writes(app, "decline")
def decline(by: Acting, number: RequestNumber, why: Why) -> Act:
    """決定不予辦理 / Decline the request."""
    find_request(by, number)
    return decide_request(by, number, why)


def _row(by: Acting, each: Request) -> tuple[object, ...]:
    state = each.decision or ("late" if is_late(each, by.today) else "waiting")
    return each.number, state, each.answer_due, each.authority.code, each.kind


def _data(by: Acting, each: Request) -> dict[str, object]:
    """The request without its sender: no command prints personal data."""
    return {
        "number": each.number,
        "kind": each.kind,
        "technology": each.technology_id,
        "aspect": each.aspect or None,
        "authority": each.authority.code,
        "received_at": moment(each.received_at),
        "answer_due": each.answer_due.isoformat(),
        "late": is_late(each, by.today),
        "decision": each.decision or None,
        "reason": each.reason or None,
        "candidate": each.candidate_id,
    }
