"""The inventory duty (art. 9(1)): a keeper, a round every year, its review and its report."""

import datetime as dt
from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.duties.deadline import OFFICE, Deadline, agency_owner
from coretech.apps.duties.kinds import What
from coretech.apps.inventory.models import Round
from coretech.apps.inventory.yearly.board import Line, board
from coretech.apps.inventory.yearly.rounds import visible_rounds
from coretech.kit.refusal import Refused
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence

_BOARD = "/inventory/rounds/"


def keepers_and_rounds(by: Acting) -> Iterator[Deadline]:
    """The bound agencies that nobody keeps an inventory for, or that have opened no round this year."""
    for line in _bound(by):
        if line.keeper is None:
            yield _owed(by, line, What.KEEPER)
        if line.round is None:
            yield _owed(by, line, What.ROUND)


def running_rounds(by: Acting) -> Iterator[Deadline]:
    """The rounds of any year that wait for the panel, the report, or the Office's receipt."""
    for each in visible_rounds(by).filter(acknowledged_at=None):
        agency, year = agency_owner(each.agency, by.today), said_year(each.year)
        reported = each.state == Round.State.REPORTED
        yield Deadline(
            what=_waits_for(each),
            owner=OFFICE if reported else agency,
            about=Sentence(f"{agency.name.zh}{year.zh}盤點", f"{agency.name.en}, inventory of {year.en}"),
            subject=each.subject,
            path=f"{_BOARD}{each.pk}/",
            due_on=None if reported else each.last_day,
        )


def _waits_for(found: Round) -> What:
    return {
        Round.State.OPEN: What.ROUND_REVIEW,
        Round.State.REVIEWED: What.ROUND_REPORT,
        Round.State.REPORTED: What.ROUND_RECEIPT,
    }[Round.State(found.state)]


def _bound(by: Acting) -> list[Line]:
    """The agencies that owe an inventory; none for whoever keeps none."""
    try:
        return [line for line in board(by).lines if line.bound]
    except Refused:
        return []


def _owed(by: Acting, line: Line, what: What) -> Deadline:
    owner, year = agency_owner(line.agency, by.today), by.today.year
    standing = what is What.KEEPER
    return Deadline(
        what=what,
        owner=owner,
        about=owner.name,
        subject=f"agency/{line.agency.code}" if standing else f"agency/{line.agency.code}/{year}",
        path=_BOARD,
        due_on=None if standing else dt.date(year, 12, 31),
    )
