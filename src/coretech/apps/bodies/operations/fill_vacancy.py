"""Filling the vacancy of a council seat that was left early (art. 3(3))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.bodies.appointing import Placed, place
from coretech.apps.bodies.finding import find_appointment
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.nomination import Nomination
from coretech.apps.bodies.powers import allow_on
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, predecessor_id: int) -> Appointment:
    """The term that was left early, where this person may have it filled and nobody fills it yet."""
    left = find_appointment(by, predecessor_id)
    allow_on(by, left.seat.body, Action.APPOINT)
    if left.seat.body.kind != Body.Kind.COUNCIL:
        raise wrong_state(
            "補任是審議會委員出缺的規定（第3條第3項）；此會議體請另行聘任。",
            "Vacancies are filled on the council alone (art. 3(3)); make an appointment on this body instead.",
        )
    if left.left_on is None:
        raise wrong_state(
            "此任未登錄離任，沒有出缺。", "Nobody has left this term, so there is no vacancy to fill."
        )
    if Appointment.objects.filter(fills=left).exists():
        raise wrong_state("此缺已補任。", "The vacancy is filled already.")
    return left


def foresee(by: Acting, predecessor_id: int, given: Nomination) -> Placed:
    """What the fill would be, with the law's word and every warning; nothing is written."""
    return rehearsed(lambda: _place(check(by, predecessor_id), given))


@operation
def fill_vacancy(by: Acting, predecessor_id: int, given: Nomination) -> Act:
    """Appoint somebody to the end of the term that was left."""
    placed = _place(check(by, predecessor_id), given)
    return record(
        by,
        "appointment.vacancy_filled",
        placed.appointment.subject,
        public=placed.public(),
        confidential=placed.confidential(),
    )


def _place(left: Appointment, given: Nomination) -> Placed:
    return place(left.seat, given, left)
