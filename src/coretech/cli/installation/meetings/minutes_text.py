"""The recorder's words as options: ``--discussion 2:…`` is item 2's discussion."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.minuting.reading import copy_of
from coretech.kit.refusal import bad_input

DiscussionText = Annotated[
    list[str] | None,
    typer.Option(
        "--discussion", metavar="ITEM:TEXT", help="某案的發言摘要，可重複 / an item's discussion; repeatable"
    ),
]
ResolutionText = Annotated[
    list[str] | None,
    typer.Option(
        "--resolution", metavar="ITEM:TEXT", help="某案的決議文字，可重複 / an item's resolution; repeatable"
    ),
]
OpeningText = Annotated[
    str | None, typer.Option("--opening", metavar="TEXT", help="主席致詞 / the chair's opening words")
]
ClosingText = Annotated[str | None, typer.Option("--closing", metavar="TEXT", help="散會 / the close")]


def by_item(
    by: Acting, meeting: int, discussions: Sequence[str] | None, resolutions: Sequence[str] | None
) -> Mapping[int, tuple[str, str]]:
    """Both texts of each item that one of them was written for; the other one as it stands.

    Raises:
        Refused: (HTTP 422) for what is not written ``ITEM:TEXT``, or an item that is not on the agenda.
    """
    talked, resolved = _by_order("discussion", discussions), _by_order("resolution", resolutions)
    kept = {item.order: (item.discussion, item.wording) for item in copy_of(by, meeting).content.items}
    unknown = sorted((talked.keys() | resolved.keys()) - kept.keys())
    if unknown:
        number = unknown[0]
        raise bad_input("item", f"議程沒有第{number}案。", f"There is no item {number} on the agenda.")
    return {
        order: (talked.get(order, kept[order][0]), resolved.get(order, kept[order][1]))
        for order in talked.keys() | resolved.keys()
    }


def _by_order(name: str, written: Sequence[str] | None) -> dict[int, str]:
    texts: dict[int, str] = {}
    for each in written or ():
        order, colon, text = each.partition(":")
        if not colon or not (order.isascii() and order.isdecimal()) or int(order[:9]) in texts:
            raise bad_input(
                name,
                f"「{each[:40]}」應寫成 案次:文字，例如 2:…，每案一次。",
                f"“{each[:40]}” should be ITEM:TEXT, such as 2:…, once an item.",
            )
        texts[int(order[:9])] = text
    return texts
