"""Who may enter the room: the law asked about one person."""

import datetime as dt

from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.queries import signed_on
from coretech.apps.people.models import Person
from coretech.kit.clock import TAIPEI
from coretech.law.meeting import admission
from coretech.law.ruling import Ruling
from coretech.law.stand_in import admission as stand_in_admission
from coretech.law.terms import Category, Designator, Signer


def admission_ruling(person: Person, day: dt.date) -> Ruling:
    """Whether the person's agreement lets them into a meeting on a day (art. 11)."""
    return signature_ruling(signed_on(person, day), day)


def signature_ruling(signed: dt.datetime | None, day: dt.date) -> Ruling:
    """The same, for somebody who first signed at a moment, or never."""
    facts = admission.Facts(
        role="member",
        nda_signed_on=None if signed is None else signed.astimezone(TAIPEI).date(),
        nda_signed_by=None if signed is None else Signer.SELF,
        meeting_on=day,
    )
    return admission.rule(facts, day)


def stand_in_ruling(seat: Appointment, cause: str, day: dt.date) -> Ruling:
    """Whether the seat's agency may send a stand-in (art. 5(4))."""
    facts = stand_in_admission.Facts(
        member_category=Category(seat.seat.category or Category.SCHOLAR),
        cause=cause.strip() or None,
        designated_by=Designator.BODY,
    )
    return stand_in_admission.rule(facts, day)
