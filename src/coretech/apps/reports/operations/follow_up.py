"""What follows a finding: the agency answers, the controller settles it or returns it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Agency
from coretech.apps.reports.cycle.addressees import controllers, officers
from coretech.apps.reports.cycle.steering import matter_of, steered
from coretech.apps.reports.evaluations.following import Followed, lock_finding
from coretech.apps.reports.evaluations.states import FOLLOW_ARROWS, FollowStep, require_follow
from coretech.apps.reports.models import FollowUp
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter

LONGEST = 5000
_ANSWERS = frozenset({FollowStep.ANSWER, FollowStep.ANSWER_DONE})


def check(by: Acting, found: Followed, step: FollowStep) -> Agency:
    """The agency asked, where this person may take the step on the finding."""
    agency = found.finding.agency
    if agency is None:
        raise wrong_state("這則評估發現未要求任何機關辦理。", "This finding asks no agency to do anything.")
    if step in _ANSWERS:
        allow(by, Action.ANSWER_FINDING, Matter(agencies=frozenset({agency.code})))
    else:
        allow(by, FOLLOW_ARROWS[step].action, matter_of(found.finding.evaluation.plan))
    require_follow(step, found.standing)
    if step not in _ANSWERS and found.steps[-1].by_id == by.person_id:
        raise wrong_state(
            "這份回應由您陳報，須由另一人確認。", "You answered it yourself; somebody else decides on it."
        )
    return agency


@operation
def follow_up(by: Acting, finding_id: int, step: FollowStep, text: str = "", seen: int | None = None) -> Act:
    """Take the step; ``seen`` is how many follow-ups the caller saw, so that nobody decides on an older answer."""
    found = lock_finding(by, finding_id)
    agency = check(by, found, step)
    if seen is not None and seen != len(found.steps):
        raise wrong_state(
            "您開啟本頁之後已有新的回應；請重新載入。",
            "It was answered since you opened the page; reload it.",
        )
    if (step is not FollowStep.ACCEPT and not text.strip()) or len(text) > LONGEST:
        raise bad_input("text", f"請填寫，{LONGEST}字以內。", f"Fill it in, {LONGEST} characters at most.")
    made = FollowUp.objects.create(
        finding=found.finding,
        state=FollowUp.State(str(FOLLOW_ARROWS[step].target)),
        text=text.strip(),
        by_id=by.person_id,
        at=by.at,
    )
    subject = f"finding/{found.finding.pk}"
    public = {"agency": agency.code, "state": made.state}
    act = record(by, "evaluation.followed_up", subject, public=public, rows=[made])
    notify(
        act, _addressees(by, found, agency, step), _TOLD[step], f"/evaluations/findings/{found.finding.pk}/"
    )
    return act


def _addressees(by: Acting, found: Followed, agency: Agency, step: FollowStep) -> list[int]:
    if step in _ANSWERS:
        return controllers(steered(found.finding.evaluation.plan).controller, by.today)
    return officers(agency, by.today)


_TOLD = {
    FollowStep.ANSWER: Sentence(
        "機關已說明評估發現的辦理情形", "An agency told how it stands with a finding"
    ),
    FollowStep.ANSWER_DONE: Sentence("評估發現待您確認是否解除列管", "A finding waits for you to settle it"),
    FollowStep.ACCEPT: Sentence("評估發現已解除列管", "The finding is settled"),
    FollowStep.RETURN: Sentence("評估發現退回續辦", "The finding came back to you"),
}
