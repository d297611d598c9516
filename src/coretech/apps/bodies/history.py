"""What somebody has served on a body, and whether the law allows another term (arts. 3(3), 4(3))."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.audit.rulings import require
from coretech.apps.bodies.holding import last_day
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.terms import category_of, role_in
from coretech.apps.people.models import Person
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Outcome, Ruling
from coretech.law.term import renewal

_MONTHS = 12
_LIFETIME = "lifetime-cap"
_MANY_IN_ALL = Sentence(
    "若中斷前的任期也合計（另一種解讀），任數已逾一次連任。",
    "If terms before a break counted too (another reading), this would be one renewal too many.",
)


@dataclass(frozen=True, slots=True)
class Renewal:
    """The law's answer on another term, and what should be known beside it."""

    ruling: Ruling
    warnings: tuple[Sentence, ...]


def served_on(body: Body, person: Person) -> list[Appointment]:
    """Everything the person has held or will hold on a body, newest first."""
    return list(
        Appointment.objects.filter(seat__body=body, person=person)
        .select_related("seat__body", "person")
        .order_by("-start")
    )


def in_a_row(earlier: Sequence[Appointment], start: dt.date) -> list[Appointment]:
    """Those of the earlier terms, newest first, that join up with a day: no break of a full year between them."""
    joined: list[Appointment] = []
    for held in earlier:
        if _years_between(last_day(held), start):
            break
        joined.append(held)
        start = held.start
    return joined


def require_renewals(appointment: Appointment) -> list[Renewal]:
    """Require that this term and every later one of the same person is lawful.

    A term recorded afterwards may make a later one the third in a row, so those are asked again.

    Raises:
        Refused: (HTTP 409) with the ruling on the first that is not.
    """
    served = served_on(appointment.seat.body, appointment.person)
    asked = [held for held in served if held.start >= appointment.start]
    found = [renewal_of(held, served) for held in reversed(asked)]
    answers = [each for each in found if each is not None]
    for each in answers:
        require(each.ruling)
    return answers[:1]


def renewal_of(held: Appointment, served: Sequence[Appointment]) -> Renewal | None:
    """The law's answer on a term after those before it; None where the regulation sets no term, or it is the first."""
    earlier = [each for each in served if each.start < held.start]
    role = role_in(held.seat)
    if role is None or not earlier:
        return None
    joined = in_a_row(earlier, held.start)
    ruling = _asked(held, joined or earlier, 0 if joined else _break(earlier[0], held.start))
    many = joined and len(joined) < len(earlier) and _over_lifetime(_asked(held, earlier, 0))
    return Renewal(ruling, (_MANY_IN_ALL,) if many else ())


def _asked(held: Appointment, counted: Sequence[Appointment], years: int) -> Ruling:
    role = role_in(held.seat)
    if role is None:
        message = f"appointment {held.pk} has no term of the law"
        raise ValueError(message)
    fills = [each for each in counted if each.fills_id is not None]
    facts = renewal.Facts(
        role=role,
        category=category_of(held.seat),
        consecutive_full_terms=len(counted) - len(fills),
        years_since_last_term=years,
        vacancy_fill_months=sum(_months(each) for each in fills),
    )
    return renewal.rule(facts, held.start)


def _over_lifetime(ruling: Ruling) -> bool:
    return any(each.id == _LIFETIME and each.outcome is Outcome.NO for each in ruling.readings)


def _break(last: Appointment, start: dt.date) -> int:
    return _years_between(last_day(last), start)


def _years_between(last: dt.date, start: dt.date) -> int:
    """The full years without a seat between the last day served and the next first day; none where they join."""
    free = last + dt.timedelta(days=1)
    passed = start.year - free.year - ((start.month, start.day) < (free.month, free.day))
    return max(passed, 0)


def _months(held: Appointment) -> int:
    """The months served, a month begun being one: a fill of some days is a fill."""
    last = last_day(held)
    full = (last.year - held.start.year) * _MONTHS + last.month - held.start.month
    return max(full + (last.day >= held.start.day), 1)
