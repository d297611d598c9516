"""The duties that stand always and have no last day (arts. 3.1, 4.2, 9.1)."""

from collections.abc import Iterator
from datetime import date

from coretech.law.council import composition
from coretech.law.duties.books import COUNCIL, Body, Books, Council
from coretech.law.duties.duty import Duty, stands
from coretech.law.duty import inventory_owner
from coretech.law.office import director
from coretech.law.parameters import Parameters
from coretech.law.ruling import Ruling
from coretech.law.terms import BodyKind

OFFICE = "office"


def standing(books: Books, today: date, parameters: Parameters) -> Iterator[Duty]:
    """Who owes what at all times, as it stands today."""
    if books.council is not None:
        yield _duty("council-composition", COUNCIL, _composition(books.council, today, parameters))
        count = director.Facts(count=books.council.directors)
        yield _duty("office-director", OFFICE, director.rule(count, today, parameters))
    for body in books.bodies:
        if body.kind is not BodyKind.OTHER:
            yield _duty("inventory-owner", body.id, _owner(body, today, parameters))


def _duty(name: str, holder: str, ruling: Ruling) -> Duty:
    return Duty(name, holder, None, stands(ruling, None, date.min), ruling)


def _composition(council: Council, today: date, parameters: Parameters) -> Ruling:
    facts = composition.Facts(
        members_in_office=council.members_in_office, convener_post=council.convener_post
    )
    return composition.rule(facts, today, parameters)


def _owner(body: Body, today: date, parameters: Parameters) -> Ruling:
    facts = inventory_owner.Facts(
        body_kind=body.kind, dedicated_unit=body.dedicated_unit, dedicated_person=body.dedicated_person
    )
    return inventory_owner.rule(facts, today, parameters)
