"""The council, the Office, the advisers and the panels: who sits on them on any day, and their whole record."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from coretech.api.auth import acting
from coretech.api.places_in_room import PersonShown
from coretech.api.problems import RulingShown
from coretech.api.schemas import AddressNumber, Day, Shown, Words
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.board import Place, board_on
from coretech.apps.bodies.coming import Due, due_after
from coretech.apps.bodies.exchange import rows_of
from coretech.apps.bodies.finding import find_body, visible_bodies
from coretech.apps.bodies.models import Body
from coretech.apps.meetings.yearly import annual_meeting_ruling
from coretech.law.access import Action

router = Router(tags=["bodies"])

On = Annotated[Day | None, Query(None, description="The day of the board; today by default.")]


class BodyBrief(Shown):
    """A body: its kind, its agency, its name."""

    id: int
    kind: str
    agency: str
    name: Words


class SeatShown(Shown):
    """A seat on the day: its holder and which term it is; ``vacated`` is the term that waits to be filled."""

    seat: int
    category: int | None
    group: str
    convener: bool
    represents: str | None
    agency: Words | None
    appointment: int | None
    holder: PersonShown | None
    post: Words | None
    start: dt.date | None
    until: dt.date | None
    term: int
    fills: int | None
    vacant_since: dt.date | None
    vacated: int | None


class DueShown(Shown):
    """What falls due within 180 days: a term ends or begins, somebody leaves, the body is no longer lawful."""

    on: dt.date
    what: str
    seat: int | None
    appointment: int | None
    ruling: RulingShown | None


class BodyBoardShown(BodyBrief):
    """The board of a day, what the law says of it, and what falls due."""

    on: dt.date
    seats: list[SeatShown]
    rulings: list[RulingShown]
    due: list[DueShown]


class RowShown(Shown):
    """A row of the record, as the CSV and ODS files have it."""

    seat: int
    category: int | None
    group: str
    convener: bool
    represents: str
    person: int | None
    name_zh: str
    name_en: str
    post_zh: str
    post_en: str
    convenes_as: str
    start: dt.date | None
    end: dt.date | None
    left_on: dt.date | None
    left_why: str
    fills: dt.date | None


@router.get("", response=list[BodyBrief], summary="會議體 / Bodies")
def list_bodies(request: HttpRequest) -> list[BodyBrief]:
    """The bodies this account may read: a panel is read by its agency and its members."""
    by = acting(request)
    allow(by, Action.READ_BODY)
    return [_brief(body) for body in visible_bodies(by)]


@router.get("/{body_id}", response=BodyBoardShown, summary="某日的組成 / The board on a day")
def show_body(request: HttpRequest, body_id: AddressNumber, on: On = None) -> BodyBoardShown:
    """Who sits on a day, past or to come, and whether the body is lawfully composed then."""
    by = acting(request)
    body = find_body(by, body_id)
    day = on or by.today
    board, yearly = board_on(body, day), annual_meeting_ruling(body, day)
    rulings = [*board.rulings, *([] if yearly is None else [yearly])]
    return BodyBoardShown(
        **_brief(body).model_dump(),
        on=day,
        seats=[_seat(place) for place in board.places],
        rulings=[RulingShown.model_validate(ruling.as_dict()) for ruling in rulings],
        due=[_due(due) for due in due_after(body, day)],
    )


@router.get("/{body_id}/record", response=list[RowShown], summary="全部紀錄 / The whole record")
def show_body_record(request: HttpRequest, body_id: AddressNumber) -> list[RowShown]:
    """Every seat and every appointment ever made, in the columns that the files have."""
    names = RowShown.model_fields
    rows = rows_of(find_body(acting(request), body_id))
    return [RowShown(**{name: getattr(row, name) for name in names}) for row in rows]


def _brief(body: Body) -> BodyBrief:
    return BodyBrief(id=body.pk, kind=body.kind, agency=body.agency.code, name=Words.of(body.name))


def _seat(place: Place) -> SeatShown:
    seat, held = place.seat, place.held
    return SeatShown(
        seat=seat.number,
        category=seat.category,
        group=seat.group,
        convener=seat.convener,
        represents=None if seat.represents is None else seat.represents.code,
        agency=None if place.agency is None else Words.of(place.agency),
        appointment=None if held is None else held.pk,
        holder=None if held is None else PersonShown(id=held.person_id, name=Words.of(held.person.name)),
        post=None if held is None or held.post is None else Words.of(held.post),
        start=None if held is None else held.start,
        until=place.until,
        term=place.term,
        fills=None if held is None else held.fills_id,
        vacant_since=place.since if held is None else None,
        vacated=None if place.vacated is None else place.vacated.pk,
    )


def _due(due: Due) -> DueShown:
    return DueShown(
        on=due.on,
        what=due.kind.value,
        seat=None if due.seat is None else due.seat.number,
        appointment=None if due.held is None else due.held.pk,
        ruling=None if due.ruling is None else RulingShown.model_validate(due.ruling.as_dict()),
    )
