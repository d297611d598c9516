"""An agency forming its panel: the body, its five to eleven seats, and who holds them (art. 8(2))."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.audit.rulings import allow, as_recorded, require
from coretech.apps.bodies.appointing import Placed, place
from coretech.apps.bodies.facts import shortcomings, standing_rulings
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.nomination import NewPerson, Nomination
from coretech.apps.bodies.seating import NewSeat, make_seat
from coretech.apps.people.models import Agency
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody chosen for the panel; the first one named convenes it."""

    name_zh: str
    name_en: str
    group: str
    post_zh: str = ""
    post_en: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel an agency forms: since when, by what its convener convenes, and everybody on it, convener first."""

    agency: str
    start: dt.date
    convenes_as: str
    members: Sequence[Member]


@dataclass(frozen=True, slots=True)
class Formed:
    """A panel formed, or one that would be."""

    body: Body
    placed: tuple[Placed, ...]
    ruling: Ruling
    warnings: tuple[Sentence, ...]


def check(by: Acting, agency_code: str) -> Agency:
    """The agency, where this person appoints to its panel and it has none."""
    agency = Agency.objects.prefetch_related("names").filter(code=agency_code).first()
    if agency is None:
        raise bad_input(
            "agency", f"沒有代碼「{agency_code}」的機關。", f"There is no agency “{agency_code}”."
        )
    allow(by, Action.APPOINT_TO_PANEL, Matter(agencies=frozenset({agency.code})))
    if Body.objects.filter(kind=Body.Kind.PANEL, agency=agency).exists():
        raise wrong_state("此機關已有專家審查會。", "The agency has its panel already.")
    return agency


def foresee(by: Acting, given: Panel) -> Formed:
    """What the panel would be, with the law's word and every warning; nothing is written."""
    return rehearsed(lambda: _form(check(by, given.agency), given))


@operation
def form_panel(by: Acting, given: Panel) -> Act:
    """Form the panel as article 8(2) wants it; refused whole where one of its people cannot be appointed."""
    hold(f"panel:{given.agency}")
    formed = _form(check(by, given.agency), given)
    public = {
        "agency": given.agency,
        "seats": len(formed.placed),
        "start": given.start.isoformat(),
        "composition": as_recorded(formed.ruling),
    }
    confidential = {
        "appointments": [placed.confidential() for placed in formed.placed],
        "warnings": [warning.as_dict() for warning in formed.warnings],
    }
    return record(by, "panel.formed", f"body/{formed.body.pk}", public=public, confidential=confidential)


def _form(agency: Agency, given: Panel) -> Formed:
    name = agency.name_on(given.start)
    body = Body.objects.create(
        kind=Body.Kind.PANEL,
        agency=agency,
        name_zh=f"{name.zh}專家審查會",
        name_en=f"Panel of the {name.en}",
    )
    placed = tuple(_seat(body, given, order) for order in range(len(given.members)))
    (ruling,) = standing_rulings(body, given.start)
    require(ruling)
    told = tuple(warning for each in placed for warning in each.told)
    return Formed(body, placed, ruling, tuple(dict.fromkeys((*told, *shortcomings(body, given.start)))))


def _seat(body: Body, given: Panel, order: int) -> Placed:
    member, convenes = given.members[order], order == 0
    try:
        seat = make_seat(body, NewSeat(order + 1, group=member.group, convener=convenes), given.start)
        nomination = Nomination(
            person=NewPerson(member.name_zh, member.name_en),
            start=given.start,
            post_zh=member.post_zh,
            post_en=member.post_en,
            convenes_as=given.convenes_as if convenes else "",
        )
        return place(seat, nomination)
    except Refused as refusal:
        raise _at(order + 1, refusal) from None


def _at(number: int, refusal: Refused) -> Refused:
    """The refusal with the seat it is about."""
    said = Sentence(f"第{number}席：{refusal.sentence.zh}", f"Seat {number}: {refusal.sentence.en}")
    return Refused(said, status=refusal.status, ruling=refusal.ruling, field="members")
