"""Who may enter the room: the law asked about one person (art. 11)."""

import datetime as dt

from coretech.apps.bodies.queries import signed_on
from coretech.apps.bodies.stand_ins import agreement_ruling
from coretech.apps.meetings.models import Observer
from coretech.apps.people.models import Person
from coretech.law.ruling import Ruling


def admission_ruling(person: Person, day: dt.date) -> Ruling:
    """Whether the person's agreement lets them into a meeting on a day."""
    return agreement_ruling(signed_on(person, day), day)


def observer_ruling(observer: Observer) -> Ruling:
    """Whether an observer may enter: by the agreement signed on paper, or else with the account."""
    day = observer.meeting.day
    signed = observer.signed_on
    if signed is None and observer.person is not None:
        moment = signed_on(observer.person, day)
        return agreement_ruling(moment, day, "observer")
    return agreement_ruling(signed, day, "observer")
