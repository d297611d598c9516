"""Terms that end, seats that are vacant, and bodies that would no longer be lawfully composed (arts. 3, 4, 8)."""

import datetime as dt
from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.board import board_on
from coretech.apps.bodies.coming import WINDOW, Due, Kind, due_after
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.finding import visible_bodies
from coretech.apps.bodies.holding import last_day
from coretech.apps.bodies.models import Body, Seat
from coretech.apps.bodies.powers import who_may_on
from coretech.apps.bodies.queries import appointments_of
from coretech.apps.duties.deadline import READER, Deadline, runner_of
from coretech.apps.duties.kinds import What
from coretech.apps.people.models import Person
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_ENDS = frozenset({Kind.TERM_ENDS, Kind.LEAVES})


def bodies_run_by(by: Acting) -> list[Body]:
    """The bodies whose seats the reader fills."""
    return [body for body in visible_bodies(by) if who_may_on(by, body, Action.APPOINT).is_yes]


def terms(by: Acting) -> Iterator[Deadline]:
    """Terms that end within 180 days, and the first day a body would fall short, to whoever appoints."""
    for body in bodies_run_by(by):
        for due in due_after(body, by.today):
            if due.kind is Kind.DEFECTIVE:
                yield _shortfall(body, due, by.today)
            elif due.kind in _ENDS and due.seat is not None:
                yield _term(body, due.seat, due.on, by.today)


def own_terms(by: Acting) -> Iterator[Deadline]:
    """The reader's own seats whose term ends within 180 days."""
    person = Person.objects.filter(pk=by.person_id or 0).first()
    seats = [] if person is None else appointments_of(person, by.today)
    held = [appointment for appointment in seats if not is_coordination(appointment.seat.body)]
    for appointment in held:
        end, body = last_day(appointment), appointment.seat.body
        if (end - by.today).days <= WINDOW:
            yield Deadline(
                what=What.OWN_TERM,
                owner=READER,
                about=_seat(body, appointment.seat),
                subject=appointment.subject,
                path=f"/bodies/{body.pk}/",
                due_on=end,
                cite=_articles(body),
            )


def vacancies(by: Acting) -> Iterator[Deadline]:
    """Seats that nobody holds today, to whoever appoints; nothing sets the day to fill them by."""
    for body in bodies_run_by(by):
        for place in board_on(body, by.today).places:
            if place.held is None:
                yield Deadline(
                    what=What.VACANCY,
                    owner=runner_of(body, by.today),
                    about=_seat(body, place.seat),
                    subject=f"seat/{place.seat.pk}",
                    path=f"/seats/{place.seat.pk}/",
                    cite=_articles(body),
                )


def _term(body: Body, seat: Seat, on: dt.date, today: dt.date) -> Deadline:
    return Deadline(
        what=What.TERM,
        owner=runner_of(body, today),
        about=_seat(body, seat),
        subject=f"seat/{seat.pk}",
        path=f"/seats/{seat.pk}/",
        due_on=on,
        cite=_articles(body),
    )


def _shortfall(body: Body, due: Due, today: dt.date) -> Deadline:
    ruling = due.ruling
    return Deadline(
        what=What.SHORTFALL,
        owner=runner_of(body, today),
        about=body.name,
        subject=f"body/{body.pk}",
        path=f"/bodies/{body.pk}/",
        due_on=due.on,
        cite=None if ruling is None else tuple(article.number for article in ruling.articles),
    )


def _articles(body: Body) -> tuple[str, ...]:
    """Where the regulation sets the term: the Office's members have none."""
    found: dict[str, tuple[str, ...]] = {
        Body.Kind.COUNCIL: ("3.3",),
        Body.Kind.OFFICE: ("4.2",),
        Body.Kind.ADVISERS: ("4.3",),
        Body.Kind.PANEL: ("8.3",),
    }
    return found[body.kind]


def _seat(body: Body, seat: Seat) -> Sentence:
    name = body.name
    return Sentence(f"{name.zh}第{seat.number}席", f"{name.en}, seat {seat.number}")
