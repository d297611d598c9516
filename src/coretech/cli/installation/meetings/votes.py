"""``coretech meeting``, on votes: in secret, counted hands, without objection, the reading that applies, annulment."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.annul_vote import annul_vote
from coretech.apps.meetings.operations.cast_secret_vote import cast_secret_vote
from coretech.apps.meetings.operations.count_hands import Hands, count_hands
from coretech.apps.meetings.operations.note_item import note_item
from coretech.apps.meetings.operations.settle_reading import settle_reading
from coretech.cli.installation.doors import writes
from coretech.cli.installation.options import ItemId, Why
from coretech.cli.installation.text import text_from
from coretech.cli.law.input import STANDARD_INPUT
from coretech.cli.meeting_tally import tally

Votes = Annotated[int, typer.Option(min=0, help="票數 / votes")]


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``; ``tally`` starts without it, and is listed with them."""
    writes(app, "vote-secret")(vote_in_secret)
    writes(app, "hand-count")(enter_hand_count)
    writes(app, "settle")(settle)
    writes(app, "vote-annul")(annul)
    writes(app, "adopt")(adopt)
    writes(app, "note")(note)
    app.command("tally")(tally)


def vote_in_secret(
    by: Acting,
    item: ItemId,
    file: Annotated[
        Path, typer.Option("--from", metavar="FILE", help="內有 for、against 或 abstain / holds the choice")
    ] = STANDARD_INPUT,
) -> Act:
    """無記名投票；選擇讀自標準輸入，不留在指令紀錄 / Vote in secret; the choice is read from standard input."""
    return cast_secret_vote(by, item, text_from(None, file).strip())


def enter_hand_count(
    by: Acting,
    item: ItemId,
    *,
    in_favour: Annotated[int, typer.Option("--for", min=0, help="贊成票數 / votes for")],
    against: Votes = 0,
    abstain: Votes = 0,
) -> Act:
    """登錄舉手表決的點票總數 / Enter a show of hands as it was counted."""
    return count_hands(by, item, Hands(in_favour, against, abstain))


def settle(
    by: Acting,
    item: ItemId,
    reading: Annotated[
        str,
        typer.Argument(
            metavar="READING", help="in-force 或其他解讀的名稱 / in-force, or another reading's name"
        ),
    ],
    why: Why,
) -> Act:
    """主席認定本案採哪一種解讀 / The chair says which reading applies."""
    return settle_reading(by, item, reading, why)


def annul(by: Acting, item: ItemId, why: Why) -> Act:
    """主席宣告本次表決作廢，可重新表決 / The chair annuls this vote; it can be held anew."""
    return annul_vote(by, item, why)


def adopt(
    by: Acting,
    item: ItemId,
    *,
    asked: Annotated[
        bool, typer.Option("--nobody-objects", help="已詢問，無人異議 / asked, and nobody objects")
    ] = False,
) -> Act:
    """無異議通過 / Adopt the item without objection."""
    return adopt_without_objection(by, item, asked=asked)


def note(by: Acting, item: ItemId) -> Act:
    """報告事項洽悉 / Note a report."""
    return note_item(by, item)
