"""Recording what an evaluation found, and what it asks an agency to do."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.people.models import Agency
from coretech.apps.reports.cycle.addressees import officers
from coretech.apps.reports.evaluations.access import check_run, lock_evaluation
from coretech.apps.reports.evaluations.states import Step
from coretech.apps.reports.models import Evaluation, EvaluationFinding
from coretech.apps.reports.revisions.elements import tree_of
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

LONGEST = 5000


@dataclass(frozen=True, slots=True)
class FindingGiven:
    """What was found; an ``element_key`` of nothing is the plan as a whole, an ``agency`` of nothing asks nobody."""

    text: str
    recommendation: str = ""
    element_key: str = ""
    agency: str = ""
    due_on: dt.date | None = None


def check(by: Acting, evaluation: Evaluation) -> None:
    """Whether this person runs the evaluation, and it is compiled but not reported yet."""
    check_run(by, evaluation, Step.FIND)


@operation
def find(by: Acting, evaluation_id: int, given: FindingGiven) -> Act:
    """Record a finding; the agency it asks is told."""
    evaluation = lock_evaluation(evaluation_id)
    check(by, evaluation)
    _refuse_bad(by, evaluation, given)
    agency = _agency(given)
    made = EvaluationFinding.objects.create(
        evaluation=evaluation,
        number=evaluation.findings.count() + 1,
        element_key=given.element_key,
        agency=agency,
        text=given.text.strip(),
        recommendation=given.recommendation.strip(),
        due_on=given.due_on,
        at=by.at,
    )
    public = {
        "number": made.number,
        "element": made.element_key,
        "agency": given.agency,
        "due_on": None if given.due_on is None else given.due_on.isoformat(),
    }
    act = record(by, "evaluation.found", evaluation.subject, public=public, rows=[made])
    if agency is not None:
        told = Sentence("請回應評估發現", "Please answer what an evaluation found")
        notify(act, officers(agency, by.today), told, f"/evaluations/findings/{made.pk}/")
    return act


def _agency(given: FindingGiven) -> Agency | None:
    if not given.agency:
        return None
    found = Agency.objects.filter(code=given.agency).first()
    if found is None:
        raise bad_input("agency", "沒有這個機關。", "There is no such agency.")
    return found


def _refuse_bad(by: Acting, evaluation: Evaluation, given: FindingGiven) -> None:
    for name, text, least in (("text", given.text, 1), ("recommendation", given.recommendation, 0)):
        if not least <= len(text.strip()) <= LONGEST:
            raise bad_input(name, f"請填寫，{LONGEST}字以內。", f"Fill it in, {LONGEST} characters at most.")
    if given.element_key and given.element_key not in tree_of(evaluation.version).by_key:
        raise bad_input("element_key", "計畫沒有這一項。", "The plan has no such entry.")
    if given.agency and not given.recommendation.strip():
        raise bad_input("recommendation", "請寫明要機關做什麼。", "Say what the agency is asked to do.")
    if given.agency and given.due_on is None:
        raise bad_input("due_on", "請訂期限。", "Set the day it is due.")
    if given.due_on is not None and given.due_on <= by.today:
        raise bad_input("due_on", "期限應在今日以後。", "The due day comes after today.")
