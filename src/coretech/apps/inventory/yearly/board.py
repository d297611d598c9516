"""Where each agency's inventory of a year stands, what needs attention first."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.models import Keeper, Round
from coretech.apps.inventory.yearly.facts import Owed, owed_by, unreviewed
from coretech.apps.inventory.yearly.keepers import keepers_on
from coretech.apps.inventory.yearly.rounds import require_reader
from coretech.apps.people.models import Agency
from coretech.apps.people.queries import agencies_on
from coretech.law.access import Role
from coretech.law.duties import Status

SOON = dt.timedelta(days=30)


class Mark(StrEnum):
    """What needs attention, the most pressing first; the last two ask for nothing."""

    MISSED = "missed"
    LATE = "late"
    NO_KEEPER = "no_keeper"
    NOT_REVIEWED = "not_reviewed"
    TO_ACKNOWLEDGE = "to_acknowledge"
    DUE_SOON = "due_soon"
    NOT_OPENED = "not_opened"
    RUNNING = "running"
    DONE = "done"


_ORDER = tuple(Mark)


@dataclass(frozen=True, slots=True)
class Line:
    """One agency on the board: its keeper, its round, what it owes by law, and what needs attention."""

    agency: Agency
    keeper: Keeper | None
    round: Round | None
    owed: Owed
    marks: tuple[Mark, ...]

    @property
    def bound(self) -> bool:
        """Whether article 9(1) binds the agency; the others take an inventory by choice (art. 9(2))."""
        return self.agency.kind != Agency.Kind.OTHER


@dataclass(frozen=True, slots=True)
class Board:
    """The inventories of a year, what needs attention first."""

    year: int
    day: dt.date
    lines: tuple[Line, ...]

    def count(self, mark: Mark) -> int:
        """How many agencies bear a mark."""
        return sum(mark in line.marks for line in self.lines)


def board(by: Acting, year: int | None = None) -> Board:
    """All agencies for the Office, one's own for an officer (HTTP 403 for anybody else)."""
    require_reader(by)
    asked = by.today.year if year is None else year
    own = None if Role.OFFICE in by.standing.roles else by.standing.agencies
    return board_on(by.today, asked, own)


def board_on(day: dt.date, year: int, own: frozenset[str] | None = None) -> Board:
    """The board as it stands on a day: the agencies article 9(1) binds, and whoever else has a round."""
    rounds = Round.objects.filter(year=year).select_related("agency")
    taken = {each.agency_id: each for each in rounds.prefetch_related("candidates", "reviews")}
    agencies = [
        agency
        for agency in agencies_on(day)
        if (own is None or agency.code in own) and (_is_bound(agency) or agency.pk in taken or own)
    ]
    keepers, owed = keepers_on(agencies, day), owed_by(agencies, taken_by(agencies, taken), day, year)
    lines = [
        _line(agency, keepers.get(agency.pk), taken.get(agency.pk), owed[agency.code], day)
        for agency in agencies
    ]
    return Board(year, day, tuple(sorted(lines, key=_pressing)))


def taken_by(agencies: list[Agency], taken: dict[int, Round]) -> list[Round]:
    """The rounds of these agencies."""
    return [taken[agency.pk] for agency in agencies if agency.pk in taken]


def _is_bound(agency: Agency) -> bool:
    return agency.kind != Agency.Kind.OTHER


def _line(agency: Agency, keeper: Keeper | None, round_: Round | None, owed: Owed, day: dt.date) -> Line:
    marks = sorted(_marks(keeper, round_, owed, day, bound=_is_bound(agency)), key=_ORDER.index)
    return Line(agency, keeper, round_, owed, tuple(marks))


def _marks(
    keeper: Keeper | None, round_: Round | None, owed: Owed, day: dt.date, *, bound: bool
) -> Iterator[Mark]:
    if any(duty.status is Status.MISSED for duty in owed.values()):
        yield Mark.MISSED
    if bound and keeper is None:
        yield Mark.NO_KEEPER
    if round_ is None:
        if bound:
            yield Mark.NOT_OPENED
        return
    if round_.state != Round.State.REPORTED:
        yield from _running(round_, day)
    elif unreviewed(round_):
        yield Mark.NOT_REVIEWED
    else:
        yield Mark.DONE if round_.acknowledged_at else Mark.TO_ACKNOWLEDGE


def _running(round_: Round, day: dt.date) -> Iterator[Mark]:
    if round_.due_on is None:
        yield Mark.NOT_OPENED
    if day > round_.last_day:
        yield Mark.LATE
    elif round_.last_day - day <= SOON:
        yield Mark.DUE_SOON
    else:
        yield Mark.RUNNING


def _pressing(line: Line) -> tuple[bool, int, dt.date, str]:
    """The bound first, then the most pressing mark, then the earliest day."""
    first = _ORDER.index(line.marks[0]) if line.marks else len(_ORDER)
    due = dt.date.max if line.round is None else line.round.last_day
    return not line.bound, first, due, line.agency.code
