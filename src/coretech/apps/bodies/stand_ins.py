"""Who may be sent in a member's place: the law asked about the seat, the records about the person (arts. 5.4, 11)."""

import datetime as dt

from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.queries import appointments_on, posted_at, signatures_of
from coretech.apps.people.models import Person
from coretech.kit.clock import TAIPEI
from coretech.law.meeting import admission
from coretech.law.ruling import Ruling
from coretech.law.stand_in.admission import Facts, rule
from coretech.law.terms import Category, Designator, Signer


def stand_in_ruling(seat: Appointment, cause: str, day: dt.date) -> Ruling:
    """Whether the seat's agency may send a stand-in (art. 5(4))."""
    facts = Facts(
        member_category=Category(seat.seat.category or Category.SCHOLAR),
        cause=cause.strip() or None,
        designated_by=Designator.BODY,
    )
    return rule(facts, day)


def agreement_ruling(signed: dt.datetime | dt.date | None, day: dt.date, role: str = "member") -> Ruling:
    """Whether somebody who first signed at a moment, or never, may enter a meeting on a day (art. 11)."""
    on = signed.astimezone(TAIPEI).date() if isinstance(signed, dt.datetime) else signed
    facts = admission.Facts(
        role=role, nda_signed_on=on, nda_signed_by=None if on is None else Signer.SELF, meeting_on=day
    )
    return admission.rule(facts, day)


def people_of_agency(seat: Appointment, day: dt.date) -> list[Person]:
    """Who holds a post at the represented agency on a day and sits on the body in no seat of their own."""
    if seat.seat.represents_id is None:
        return []
    seated = set(appointments_on(seat.seat.body, day).values_list("person_id", flat=True))
    posted = posted_at([seat.seat.represents_id], day)
    return list({post.person_id: post.person for post in posted if post.person_id not in seated}.values())


def signed_among(people: list[Person], day: dt.date) -> dict[int, Ruling]:
    """For each of these people, whether the agreement lets them in on a day."""
    signed = signatures_of([person.pk for person in people], day)
    return {person.pk: agreement_ruling(signed.get(person.pk), day, "stand_in") for person in people}
