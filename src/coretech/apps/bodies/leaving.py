"""Leaving a seat before the end: with the post, by resigning, relieved, or by death."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.locks import hold
from coretech.apps.audit.rulings import as_recorded
from coretech.apps.bodies.facts import shortcomings
from coretech.apps.bodies.holding import held_between, last_day, require_serving_later
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.terms import category_of, role_in
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling
from coretech.law.term import serving

_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Left:
    """A seat left, or one that would be: what the law said, and what the body then lacks."""

    appointment: Appointment
    rulings: tuple[Ruling, ...]
    warnings: tuple[Sentence, ...]

    def public(self) -> dict[str, object]:
        """The part of the act that names nobody."""
        seat, left_on = self.appointment.seat, self.appointment.left_on
        return {
            "body": seat.body_id,
            "seat": seat.number,
            "left_on": None if left_on is None else left_on.isoformat(),
            "rulings": [as_recorded(ruling) for ruling in self.rulings],
        }

    def confidential(self) -> dict[str, object]:
        """The part that says who and why, and every warning that was shown."""
        left = self.appointment
        return {
            "person": left.person_id,
            "left_why": left.left_why,
            "warnings": [warning.as_dict() for warning in self.warnings],
        }


def leave(held: Appointment, left_on: dt.date, why: str) -> Left:
    """Write that a seat was left, its last day being ``left_on``.

    Raises:
        Refused: (HTTP 409) where it was left before, or a post is given that the seat does not follow;
            (HTTP 422) for a day outside the term and a cause that is none.
    """
    hold(f"body:{held.seat.body_id}")
    held.refresh_from_db(fields=["left_on"])
    require_serving_later(held)
    _require_within(held, left_on)
    if why not in Appointment.Leaving.values:
        raise bad_input("why", "請選擇離任原因。", "Choose why the seat was left.")
    rulings = _follows_post(held, left_on) if why == Appointment.Leaving.POST else ()
    held.left_on, held.left_why = left_on, why
    held.save(update_fields=["left_on", "left_why"])
    lacking = shortcomings(held.seat.body, left_on + _A_DAY)
    return Left(held, rulings, (*_elsewhere(held), *lacking))


def _require_within(held: Appointment, left_on: dt.date) -> None:
    first, last = said(held.start), said(held.end)
    if not held.start <= left_on <= held.end:
        raise bad_input(
            "left_on",
            f"最後在職日應在任期之內（{first.zh}至{last.zh}）。",
            f"The last day served lies within the term, {first.en} to {last.en}.",
        )
    if left_on == held.end:
        raise bad_input(
            "left_on",
            f"任期本即至{last.zh}屆滿，不必登錄離任。",
            f"The term ends on {last.en} by itself; there is nothing to enter.",
        )


def _follows_post(held: Appointment, left_on: dt.date) -> tuple[Ruling, ...]:
    """Who represents a body leaves with the post (art. 3(3)); everybody else serves the term to its end."""
    role = role_in(held.seat)
    if role is None or held.seat.body.kind == Body.Kind.ADVISERS:
        return ()
    facts = serving.Facts(
        role=role,
        category=category_of(held.seat),
        appointed_until=held.end,
        left_post_on=left_on,
        on=left_on + _A_DAY,
    )
    ruling = serving.rule(facts, left_on)
    if ruling.is_yes:
        raise Refused(ruling.reason, ruling=ruling, field="why")
    return (ruling,)


def _elsewhere(held: Appointment) -> tuple[Sentence, ...]:
    """What else somebody holds who has died."""
    if held.left_why != Appointment.Leaving.DIED or held.left_on is None:
        return ()
    others = held_between(held.left_on + _A_DAY, dt.date.max).filter(person=held.person)
    others = others.exclude(pk=held.pk).select_related("seat__body")
    return tuple(_also(other) for other in others)


def _also(other: Appointment) -> Sentence:
    body, last = other.seat.body.name, said(last_day(other))
    return Sentence(
        f"此人另任{body.zh}第{other.seat.number}席至{last.zh}，請一併登錄離任。",
        f"This person also holds seat {other.seat.number} of the {body.en} until {last.en}; enter that as well.",
    )
