"""Answering a reviewer's remark, which settles it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Case, Remark
from coretech.apps.cases.moving import lock_case, matter_of
from coretech.apps.cases.states import Step
from coretech.apps.meetings.dossier import open_part
from coretech.apps.meetings.operations.remark import require_text
from coretech.kit.refusal import not_found, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


def check(by: Acting, case: Case, name: str) -> None:
    """Whether this person may answer remarks on the part: whoever may write the dossier and read the part."""
    allow(by, Action.WRITE_DOSSIER, matter_of(case, Step.WRITE_DOSSIER))
    open_part(by, case, name)


@operation
def resolve_remark(by: Acting, reference: str, name: str, remark_id: int, reply: str) -> Act:
    """Answer a remark and settle it; whoever made it hears that there is an answer, without a word of it."""
    case = lock_case(reference)
    check(by, case, name)
    found = Remark.objects.filter(pk=remark_id, part__case=case, part__name=name).first()
    if found is None:
        raise not_found("這一項沒有這則審閱意見。", "There is no such remark on this part.")
    if found.settled_at is not None:
        raise wrong_state("這則意見已經回覆。", "This remark has been answered already.")
    found.reply, found.settled_at = require_text("reply", reply), by.at
    found.save(update_fields=["reply", "settled_at"])
    act = record(
        by,
        "case.remark_resolved",
        case.subject,
        public={"part": name, "version": found.part.version},
        confidential={"remark": found.pk, "reply": found.reply},
    )
    sentence = Sentence(f"案件{case.reference}有新進度", f"Case {case.reference} has moved")
    notify(act, [found.account_id], sentence, f"/cases/{case.reference}/")
    return act
