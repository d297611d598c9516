"""Submitting a case to the Office (arts. 7 and 8)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded, require
from coretech.apps.cases.affected import require_fit
from coretech.apps.cases.facts import (
    acceptance_facts,
    completeness_facts,
    definition_facts,
    is_change,
    newest_parts,
    route_facts,
)
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.notices import tell_office
from coretech.apps.cases.panel_again import require_no_panel_again
from coretech.apps.cases.states import Step
from coretech.law.change import route
from coretech.law.dossier import acceptance, completeness, definition
from coretech.law.ruling import Ruling


def rulings(by: Acting, case: Case) -> tuple[Ruling, ...]:
    """What the law says of the dossier today: complete, within the definition, and by the right way."""
    parts = newest_parts(case)
    complete = completeness.rule(completeness_facts(parts), by.today)
    asked = [
        complete,
        definition.rule(definition_facts(parts.get("definition")), by.today),
        acceptance.rule(acceptance_facts(case, complete=complete.is_yes), by.today),
    ]
    if is_change(case):
        asked.append(route.rule(route_facts(case, complete=complete.is_yes), by.today))
    return tuple(asked)


def check(by: Acting, case: Case) -> tuple[Ruling, ...]:
    """The rulings, where all of them allow the submission, and the panel saw what is submitted."""
    check_step(by, case, Step.SUBMIT)
    require_fit(case)
    require_no_panel_again(case)
    return tuple(require(ruling) for ruling in rulings(by, case))


@operation
def submit(by: Acting, reference: str, seen: int | None = None) -> Act:
    """Hand the case to the Office."""
    case = lock_case(reference, seen)
    asked = check(by, case)
    move(case, Step.SUBMIT)
    act = record(
        by, "case.submitted", case.subject, public={"rulings": [as_recorded(each) for each in asked]}
    )
    tell_office(by, act, case)
    return act
