"""The inventory's rounds (art. 9): the board, one round, and its steps; and who keeps an agency's inventory."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.problems import RulingShown
from coretech.api.schemas import (
    AddressNumber,
    Code,
    Count,
    Day,
    Given,
    Id,
    Line,
    Moment,
    Named,
    Paragraphs,
    Shown,
)
from coretech.api.seen import UNSEEN, Seen, seen_by
from coretech.api.shapes import agency_on
from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.models import Round
from coretech.apps.inventory.operations.acknowledge_round import acknowledge_round
from coretech.apps.inventory.operations.name_keeper import Named as KeeperNamed
from coretech.apps.inventory.operations.name_keeper import name_keeper
from coretech.apps.inventory.operations.open_round import open_round
from coretech.apps.inventory.operations.report_round import report_round
from coretech.apps.inventory.operations.review_round import review_round
from coretech.apps.inventory.yearly.board import Board, board
from coretech.apps.inventory.yearly.board import Line as BoardLine
from coretech.apps.inventory.yearly.facts import report_ruling, unreviewed
from coretech.apps.inventory.yearly.panel_review import PanelFound
from coretech.apps.inventory.yearly.rounds import find_round

router = Router(tags=["rounds"])
keepers = Router(tags=["rounds"])

Year = Annotated[int, Field(ge=1990, le=2999)]


class YearGiven(Given):
    """Which year's inventories are wanted; today's where it is left out."""

    year: Year | None = None


class OpenGiven(Given):
    """The round to open: whose, until when, and what it covers."""

    agency: Code
    due_on: Day
    scope: Paragraphs


class RoundReviewGiven(Seen):
    """The panel's meeting on the whole round; who neither favoured it nor abstained was against."""

    held_on: Day
    present: Count
    in_favour: Count
    opinion: Paragraphs
    abstain: Count = 0
    recused: Count = 0


class RoundReportGiven(Seen):
    """The note with the report; with nothing found it must say how it was looked for."""

    note: Paragraphs = ""


class KeeperGiven(Given):
    """A unit by its name; a person by name, or an officer of the agency by number."""

    agency: Code
    kind: Literal["unit", "person"]
    since: Day
    name: Line = ""
    person: Id | None = None


class KeeperShown(Shown):
    """Who keeps the inventory."""

    kind: str
    name: str
    since: dt.date


class RoundBrief(Shown):
    """A round in one line; ``lock`` is what a write may say it has seen."""

    id: int
    year: int
    state: str
    due_on: dt.date
    nil: bool
    candidates: int
    lock: int


class BoardLineShown(Shown):
    """An agency on the board: its keeper, its round, what needs attention, and what it owes by law."""

    agency: Named
    kind: str
    keeper: KeeperShown | None
    round: RoundBrief | None
    marks: list[str]
    duties: dict[str, str]


class InventoryBoardShown(Shown):
    """The inventories of a year, what needs attention first."""

    year: int
    agencies: list[BoardLineShown]


class RoundReviewShown(Shown):
    """What the panel found of the round, and which candidates it had before it."""

    held_on: dt.date
    present: int
    recused: int
    in_favour: int
    abstain: int
    opinion: str
    candidates: list[int]


class RoundShown(RoundBrief):
    """A round with what was found, how it was reviewed, and what the law says of its report."""

    agency: Named
    scope: str
    note: str
    reported_at: Moment | None
    acknowledged_at: Moment | None
    found: list[int]
    not_reviewed: list[int]
    reviews: list[RoundReviewShown]
    ruling: RulingShown


@router.get("", response=InventoryBoardShown, summary="盤點情形 / The board of inventories")
def show_inventory_board(request: HttpRequest, when: Annotated[YearGiven, Query()]) -> InventoryBoardShown:
    """Every agency for the Office, one's own for an officer, with what is late, due or missing."""
    by = acting(request)
    shown = board(by, when.year)
    return InventoryBoardShown(year=shown.year, agencies=[_line(shown, line) for line in shown.lines])


@router.get("/{round_id}", response=RoundShown, summary="一次盤點 / One round")
def show_round(request: HttpRequest, round_id: AddressNumber) -> RoundShown:
    """A round, where this account may see it."""
    by = acting(request)
    return _round(by, find_round(by, round_id))


@router.post("", response=WRITTEN, summary="開始盤點 / Open a round")
def open_agency_round(request: HttpRequest, given: OpenGiven) -> Status[Done]:
    """Open this year's round of one's agency, with the day its report is due and its scope."""
    return written(request, lambda by: open_round(by, given.agency, given.due_on, given.scope))


@router.post("/{round_id}/review", response=WRITTEN, summary="專家審查 / The panel's review")
def review_agency_round(
    request: HttpRequest, round_id: AddressNumber, given: RoundReviewGiven
) -> Status[Done]:
    """Record the panel's review of the whole round, counted by the panel's own rules."""
    find_round(acting(request), round_id)
    found = PanelFound(**given.model_dump(exclude={"seen"}))
    seen = seen_by(request, given)
    return written(request, lambda by: review_round(by, round_id, found, seen))


@router.post("/{round_id}/report", response=WRITTEN, summary="提報盤點結果 / Report a round")
def report_agency_round(
    request: HttpRequest, round_id: AddressNumber, given: RoundReportGiven
) -> Status[Done]:
    """Report the round through the Office, also where nothing was found."""
    find_round(acting(request), round_id)
    seen = seen_by(request, given)
    return written(request, lambda by: report_round(by, round_id, given.note, seen))


@router.post("/{round_id}/acknowledgement", response=WRITTEN, summary="確認收悉 / Acknowledge a report")
def acknowledge_agency_round(
    request: HttpRequest, round_id: AddressNumber, given: Seen = UNSEEN
) -> Status[Done]:
    """Say, as the Office, that a round's report came in."""
    find_round(acting(request), round_id)
    seen = seen_by(request, given)
    return written(request, lambda by: acknowledge_round(by, round_id, seen))


@keepers.post("", response=WRITTEN, summary="指定專責單位或專人 / Name a keeper")
def name_agency_keeper(request: HttpRequest, given: KeeperGiven) -> Status[Done]:
    """Name the unit or the person that keeps one's agency's inventory, from a day on; the board shows it."""
    named = KeeperNamed(given.kind, given.since, given.name, given.person)
    return written(
        request, lambda by: name_keeper(by, given.agency, named), reverse("api:show_inventory_board")
    )


def _line(shown: Board, line: BoardLine) -> BoardLineShown:
    keeper = line.keeper
    return BoardLineShown(
        agency=agency_on(line.agency, shown.day),
        kind=line.agency.kind,
        keeper=None
        if keeper is None
        else KeeperShown(kind=keeper.kind, name=keeper.name, since=keeper.since),
        round=None if line.round is None else _brief(line.round),
        marks=[mark.value for mark in line.marks],
        duties={name: duty.status.value for name, duty in line.owed.items()},
    )


def _brief(row: Round) -> RoundBrief:
    return RoundBrief(
        id=row.pk,
        year=row.year,
        state=row.state,
        due_on=row.last_day,
        nil=row.nil,
        candidates=len(row.candidates.all()),
        lock=row.lock,
    )


def _round(by: Acting, row: Round) -> RoundShown:
    fields = RoundReviewShown.model_fields
    return RoundShown(
        **_brief(row).model_dump(),
        agency=agency_on(row.agency, by.today),
        scope=row.scope,
        note=row.note,
        reported_at=row.reported_at,
        acknowledged_at=row.acknowledged_at,
        found=[candidate.pk for candidate in row.candidates.all()],
        not_reviewed=sorted(unreviewed(row)),
        reviews=[
            RoundReviewShown(**{name: getattr(each, name) for name in fields}) for each in row.reviews.all()
        ],
        ruling=RulingShown.model_validate(report_ruling(row, by.today).as_dict()),
    )
