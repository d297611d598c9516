"""Making a candidate of an assessment that proposes one (art. 9)."""

from dataclasses import replace

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.operations.record_candidate import Found, record_candidate
from coretech.apps.watch.models import Assessment, AssessmentCandidate
from coretech.apps.watch.scanning.assessing import no_such_assessment
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action, Matter

_PROPOSE = Assessment.Verdict.PROPOSE


def check(by: Acting, assessment: Assessment) -> None:
    """Whether this person records candidates, and the assessment proposes one that is not recorded yet."""
    allow(by, Action.ASSESS_SIGNALS)
    allow(by, Action.RECORD_CANDIDATE, Matter(agencies=by.standing.agencies))
    if assessment.verdict != _PROPOSE:
        raise wrong_state(
            "評估為「建議提報」的，才列為候選項目。",
            "Only an assessment that proposes one becomes a candidate.",
        )
    if hasattr(assessment, "proposed"):
        raise wrong_state("這則評估已列為候選項目。", "A candidate was made of this assessment already.")


@operation
def propose_assessed(by: Acting, assessment_id: int, found: Found) -> Act:
    """Record the candidate in the agency's round of the year, and which assessment it came from."""
    assessment = Assessment.objects.select_for_update().filter(pk=assessment_id).first()
    if assessment is None:
        raise no_such_assessment()
    check(by, assessment)
    recorded = record_candidate(replace(by, once=""), found)
    link = AssessmentCandidate.objects.create(
        assessment=assessment, candidate_id=int(recorded.subject.split("/")[1]), at=by.at
    )
    return record(
        by,
        "watch.assessment_proposed",
        assessment.subject,
        public={"agency": found.agency, "candidate": link.candidate_id},
        rows=[link],
    )
