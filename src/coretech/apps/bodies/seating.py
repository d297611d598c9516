"""What a new seat must be: its number, its category or group, and whom it represents."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from coretech.apps.bodies.models import Body, Seat
from coretech.apps.people.models import Agency
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.parameters import ENACTED
from coretech.law.terms import Category

_MOST_SEATS = 99


@dataclass(frozen=True, slots=True)
class NewSeat:
    """A seat as somebody describes it; without ``number`` it is the next one."""

    number: int | None = None
    category: int | None = None
    group: str = ""
    convener: bool = False
    represents: str = ""


def make_seat(body: Body, given: NewSeat, day: dt.date) -> Seat:
    """Add a seat to a body, under the law of a day.

    Raises:
        Refused: (HTTP 422) for what the body's seats cannot be; (HTTP 409) for a second convener.
    """
    number = _number(body, given.number)
    _require_kind(body, given)
    _require_represented(given, ENACTED.at(day).numbers("council.representatives"))
    if given.convener and body.seats.filter(convener=True).exists():
        raise wrong_state(
            "已有召集人（辦公室為主任）的席位，只能有一席。",
            "There is a seat for the convener (in the Office, the director) already; there is only one.",
        )
    return Seat.objects.create(
        body=body,
        number=number,
        category=given.category,
        group=given.group,
        convener=given.convener,
        represents=_agency(given.represents) if given.represents else None,
    )


def _number(body: Body, wanted: int | None) -> int:
    taken = set(body.seats.values_list("number", flat=True))
    number = max(taken, default=0) + 1 if wanted is None else wanted
    if not 1 <= number <= _MOST_SEATS:
        raise bad_input(
            "number", f"席次應為1至{_MOST_SEATS}。", f"A seat's number lies within 1 to {_MOST_SEATS}."
        )
    if number in taken:
        raise bad_input(
            "number",
            f"已有第{number}席，請用另一個席次。",
            f"There is a seat {number} already; take another number.",
        )
    return number


def _require_kind(body: Body, given: NewSeat) -> None:
    """A council seat has a category, a panel's a group, and a representative's its agency."""
    council, panel = body.kind == Body.Kind.COUNCIL, body.kind == Body.Kind.PANEL
    if council != (given.category is not None) or (council and given.category not in set(Category)):
        raise bad_input(
            "category",
            "審議會的席位填類別1至5，其他會議體留空。",
            "A council seat has a category from 1 to 5, and no other seat has one.",
        )
    if panel != bool(given.group) or (panel and given.group not in Seat.Group.values):
        raise bad_input(
            "group",
            "專家審查會的席位填機關代表、專家學者或產業界人士，其他會議體留空。",
            "A panel seat has a group (agency, expert, industry), and no other seat has one.",
        )
    if body.kind == Body.Kind.ADVISERS and given.convener:
        raise bad_input("convener", "諮詢委員沒有召集人。", "The advisers have no convener.")


def _require_represented(given: NewSeat, representing: Collection[int]) -> None:
    must = given.category in representing
    if must and not given.represents:
        raise bad_input(
            "represents",
            "第一類至第三類委員代表機關（構），請選擇其機關（第3條第1項）。",
            "Members of categories 1 to 3 represent a body; choose which (art. 3(1)).",
        )
    may = must or given.group == Seat.Group.AGENCY
    if given.represents and not may:
        raise bad_input(
            "represents", "此席不代表機關（構），請留空。", "The seat represents no body; leave this empty."
        )


def _agency(code: str) -> Agency:
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise bad_input("represents", f"沒有代碼「{code}」的機關。", f"There is no agency “{code}”.")
    return agency
