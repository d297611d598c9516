"""``coretech meeting``, on one item of the agenda: declarations, the vote, deferral."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.models import Ballot, Item
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.defer_item import defer_item
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_hands import record_hands
from coretech.apps.meetings.operations.record_paper_declarations import record_paper_declarations
from coretech.apps.meetings.queries import find_item
from coretech.cli.installation.doors import writes
from coretech.cli.installation.options import ItemId, Seats, Why
from coretech.cli.installation.people.seats import Seating


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    writes(app, "declare")(declare_interest)
    writes(app, "paper")(enter_paper_declarations)
    writes(app, "vote-open")(begin_vote)
    writes(app, "vote")(vote)
    writes(app, "hands")(enter_hands)
    writes(app, "vote-close")(end_vote)
    writes(app, "defer")(put_off)


def declare_interest(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    item: ItemId,
    *,
    interest: Annotated[
        bool, typer.Option("--interest/--none", help="有或無利益關係 / an interest, or none")
    ],
    kin: Annotated[
        list[str] | None,
        typer.Option(help="親屬路徑，逐步重複；本人則免 / each step to the relative; none for oneself"),
    ] = None,
    cohabiting: Annotated[bool, typer.Option("--cohabiting", help="共同生活 / of one household")] = False,
    detail: Annotated[str, typer.Option(help="說明，保密 / details, kept confidential")] = "",
    unasked: Annotated[
        bool, typer.Option("--unasked", help="自請迴避 / step aside, though not obliged to")
    ] = False,
) -> Act:
    """委員申報有無利益關係 / A member declares an interest, or none."""
    return declare(by, item, Interest(interest, tuple(kin or ()), cohabiting, detail, unasked))


def enter_paper_declarations(by: Acting, item: ItemId, seats: Seats) -> Act:
    """登錄書面申報（無利益關係） / Enter paper declarations of no interest."""
    seating = Seating(find_item(by, item).meeting)
    return record_paper_declarations(by, item, frozenset(seating.appointments(seats)))


def begin_vote(
    by: Acting,
    item: ItemId,
    *,
    method: Annotated[
        str, typer.Option(metavar="METHOD", help="named, hands, secret")
    ] = Item.Method.NAMED.value,
    changes: Annotated[
        bool,
        typer.Option("--changes", help="記名投票可改投至結束 / a named vote may be changed until the close"),
    ] = False,
) -> Act:
    """宣布表決（須足法定人數） / Open the vote, where there is a quorum."""
    return open_vote(by, item, method, changes=changes)


def vote(
    by: Acting,
    item: ItemId,
    choice: Annotated[str, typer.Argument(metavar="CHOICE", help="for, against, abstain")],
) -> Act:
    """委員記名投票 / A member votes by name."""
    return cast_vote(by, item, choice)


def enter_hands(
    by: Acting,
    item: ItemId,
    in_favour: Annotated[str, typer.Option("--for", metavar="SEATS", help="贊成席次 / seats in favour")] = "",
    against: Annotated[str, typer.Option(metavar="SEATS", help="反對席次 / seats against")] = "",
    abstain: Annotated[str, typer.Option(metavar="SEATS", help="棄權席次 / seats abstaining")] = "",
) -> Act:
    """登錄舉手表決 / Enter a show of hands."""
    seating = Seating(find_item(by, item).meeting)
    words = {
        Ballot.Choice.FOR.value: in_favour,
        Ballot.Choice.AGAINST.value: against,
        Ballot.Choice.ABSTAIN.value: abstain,
    }
    return record_hands(by, item, seating.share_out(words))


def end_vote(by: Acting, item: ItemId) -> Act:
    """宣布表決結果 / Close the vote and count."""
    return close_vote(by, item)


def put_off(by: Acting, item: ItemId, why: Why) -> Act:
    """保留續審 / Defer the item."""
    return defer_item(by, item, why)
