"""Taking a case forward: lock its row, see that nobody was quicker, ask the table, move."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Case
from coretech.apps.cases.states import ARROWS, Step, require_step
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Matter, Secrecy

_OUTDATED = Sentence(
    "您開啟本頁之後，他人已更新本案；請重新載入，確認現況後再辦理。",
    "Somebody has updated this case since you opened the page; reload it, look, and decide again.",
)


class Outdated(Refused):
    """Somebody wrote to the case after the caller had seen it (HTTP 409)."""


CONFIDENTIAL = frozenset(
    {Step.WRITE_DOSSIER, Step.REVIEW_BY_PANEL, Step.SUBMIT, Step.PASS_CHECK, Step.RETURN}
)
"""The steps that cannot be taken without the dossier in hand."""


def matter_of(case: Case, step: Step | None = None) -> Matter:
    """The case as the law of access sees it, for those whose office it is.

    A step that handles the dossier asks for a signed agreement (art. 11), like reading it.
    """
    if step in CONFIDENTIAL:
        return Matter(agencies=case.agencies, secrecy=Secrecy.CONFIDENTIAL, named=True, declared=True)
    return Matter(agencies=case.agencies)


def lock_case(reference: str, seen: int | None = None) -> Case:
    """The case, its row locked until the transaction ends.

    Raises:
        Refused: 404 where there is none; `Outdated` where somebody wrote to it after the caller saw version ``seen``.
    """
    rows = Case.objects.select_for_update(of=("self",)).select_related("submitter", "authority", "sector")
    case = rows.filter(reference=reference).first()
    if case is None:
        raise no_such_case(reference)
    if seen is not None and seen != case.lock:
        raise Outdated(_OUTDATED)
    return case


def no_such_case(reference: str) -> Refused:
    """The refusal for a case that is not there, or not for this reader."""
    return not_found(
        f"沒有編號為「{reference}」的案件，或您無權閱覽。",
        f"There is no case “{reference}”, or it is not yours to see.",
    )


def check_step(by: Acting, case: Case, step: Step) -> None:
    """Refuse where this person may not take the step, or where the case does not stand at it."""
    allow(by, ARROWS[step].action, matter_of(case, step))
    require_step(step, case.stands_at)


def move(case: Case, step: Step) -> None:
    """Put the case into the step's target state and count the write."""
    target = ARROWS[step].target
    if target is not None:
        case.state = target.value
    case.lock += 1
    case.save()
