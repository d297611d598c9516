"""Putting somebody into a seat, as every way of appointing does it: asked of the law, refused or written."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeVar

from coretech.apps.audit.locks import hold
from coretech.apps.audit.rulings import as_recorded, require
from coretech.apps.bodies.facts import shortcomings, standing_rulings
from coretech.apps.bodies.history import require_renewals
from coretech.apps.bodies.holding import (
    held_between,
    require_free,
    require_living,
    require_one_seat,
    vacated,
)
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.nomination import Nomination, person_of, require_post
from coretech.apps.bodies.terms import length_ruling, require_end
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts
from coretech.law.ruling import Ruling
from coretech.law.vacancy import fill

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed:
    """An appointment made, or one that would be: what the law said to it, and what should be known before.

    ``told`` is about the appointment, ``lacking`` is what the body then still lacks.
    """

    appointment: Appointment
    rulings: tuple[Ruling, ...]
    told: tuple[Sentence, ...]
    lacking: tuple[Sentence, ...]

    @property
    def warnings(self) -> tuple[Sentence, ...]:
        """Everything that should be known before confirming."""
        return tuple(dict.fromkeys((*self.told, *self.lacking)))

    def public(self) -> dict[str, object]:
        """The part of the act that names nobody."""
        made = self.appointment
        return {
            "body": made.seat.body_id,
            "seat": made.seat.number,
            "start": made.start.isoformat(),
            "end": made.end.isoformat(),
            "fills": made.fills_id,
            "rulings": [as_recorded(ruling) for ruling in self.rulings],
        }

    def confidential(self) -> dict[str, object]:
        """The part that says who, and every warning that was shown."""
        made = self.appointment
        return {
            "person": made.person_id,
            "name": made.person.name_zh,
            "post": made.post_zh,
            "convenes_as": made.convenes_as,
            "warnings": [warning.as_dict() for warning in self.warnings],
        }


def place(seat: Seat, given: Nomination, fills: Appointment | None = None) -> Placed:
    """Appoint somebody to a seat, for a term or for the rest of the one that was left.

    Raises:
        Refused: (HTTP 422) for terms that overlap, a second seat, a missing post or a day that is none;
            (HTTP 409) with the ruling where the law says no.
    """
    hold(f"body:{seat.body_id}")
    require_post(seat, given)
    left = fills or _vacancy(seat, given)
    end = _end(seat, given, fills)
    rulings = () if left is None else (require(_filling(left, given.start, end)),)
    long_enough = length_ruling(seat, given.start, end)
    rulings = rulings if long_enough is None else (*rulings, require(long_enough))
    require_free(seat, given.start, end)
    person, warnings = person_of(given.person, seat.body)
    require_living(person, given.start)
    require_one_seat(seat.body, person, given.start, end)
    made = Appointment.objects.create(
        seat=seat,
        person=person,
        post_zh=given.post_zh.strip(),
        post_en=given.post_en.strip(),
        start=given.start,
        end=end,
        convenes_as=given.convenes_as,
        fills=left,
    )
    return _judged(made, rulings, warnings)


def _judged(made: Appointment, rulings: tuple[Ruling, ...], warnings: tuple[Sentence, ...]) -> Placed:
    """What only shows with everybody counted: renewals in a row, too many on the body, what it still lacks."""
    renewals = require_renewals(made)
    _require_room(made)
    lacking = shortcomings(made.seat.body, made.start)
    told = [warning.text for ruling in rulings for warning in ruling.warnings]
    told += [warning for each in renewals for warning in each.warnings]
    return Placed(made, (*rulings, *(each.ruling for each in renewals)), (*warnings, *told), lacking)


def _end(seat: Seat, given: Nomination, fills: Appointment | None) -> dt.date:
    """The last day as given; else that of the term being filled, or of a full one."""
    if fills is not None and given.end is None:
        return fills.end
    return require_end(seat, given.start, given.end)


def _vacancy(seat: Seat, given: Nomination) -> Appointment | None:
    """The council's term that was left early: its seat is filled to the end of that term, and not for another."""
    return vacated(seat, given.start) if seat.body.kind == Body.Kind.COUNCIL else None


def _filling(left: Appointment, start: dt.date, end: dt.date) -> Ruling:
    """Whether the days are those of the vacancy (art. 3(3))."""
    try:
        facts = fill.Facts(
            predecessor_start=left.start,
            predecessor_end=left.end,
            fill_start=start,
            fill_end=max(end, start),
        )
    except BadFacts as bad:
        raise Refused(bad.sentence, status=422, field="start") from None
    return fill.rule(facts, start)


def _require_room(made: Appointment) -> None:
    """Refuse whoever would be one too many on any day of the term, with the ruling on that day (HTTP 409)."""
    body = made.seat.body
    others = held_between(made.start, made.end).filter(seat__body=body)
    for day in sorted({max(other.start, made.start) for other in others}):
        for ruling in standing_rulings(body, day):
            most = ruling.values.get("maximum")
            if most is not None and held_between(day, day).filter(seat__body=body).count() > most:
                raise Refused(ruling.reason, ruling=ruling)
